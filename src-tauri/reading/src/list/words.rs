//! The words that only the reader of pasted lists needs: titles, given names, introductions, headings, greetings, clauses.
//!
//! Owns lists of folded words (see [`names::recognize::words::fold`]) in English, Spanish, French and German, and one
//! question for each. It deliberately decides nothing about a line or a name: that is for the modules that see the context.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use names::recognize::words::WordHasher;

type Words = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Defines a function that answers whether a folded word is in a list of words.
macro_rules! word_set {
    ($(#[$doc:meta])* $name:ident, $words:expr) => {
        $(#[$doc])*
        pub(in crate::list) fn $name(folded: &str) -> bool {
            static SET: std::sync::LazyLock<$crate::list::words::Words> =
                std::sync::LazyLock::new(|| $words.split_whitespace().collect());
            SET.contains(folded)
        }
    };
}

mod headings;
mod letter;
mod more;
mod people;
mod places;

pub(super) use headings::{
    announces, denies_signing, heads_notes, is_kind, is_no, is_scope, labels_counsel, labels_signer,
    names_organization, names_part_of_name, names_place, names_signer, names_status, names_title,
    says_waiting,
};
pub(super) use letter::{
    calls_to_sign, closes_letter, closes_message, gives_thanks, greets, is_month, is_navigation,
    joins_closing, names_contact, names_letter, points_elsewhere, strengthens_thanks, tells_state,
    tells_time,
};
pub(super) use more::{aside, says_there_are_more, speaking_for};
pub(super) use people::{
    is_credential, is_duty, is_given_name, is_honorific, is_job, is_name_particle, is_rank, is_title,
    is_unaffiliated, names_occupation, office_before, qualifies_title, says_on_behalf, signs_for,
    without_on_behalf,
};
pub(super) use places::{is_city, is_long_city_name, is_of_a_school, is_part, is_region, is_subdivision};

word_set! {
    /// Small words that stand in lower case inside a name: of, for, the, de, la, und.
    is_connector, "of for the and & in on to at by with from against into a an or nor vs as per upon within without before after
    de del la las los el lo y e en por para con sin o u al sobre entre desde hacia
    du des d l le les et a au aux pour sur sous dans par chez ou avec contre
    und fur der die das dem den des von vom zu zum zur im am an auf aus bei mit gegen uber oder ohne
    i da do dos das di della dei delle dello degli dell nel nella agli alle van het ter ten bin al ibn"
}

word_set! {
    /// Words after which a name cannot end: a line that ends so goes on in the next.
    leaves_open, "of for the and & in on to at by with from against a an or as
    de del la las los el y e en por para con sin o du des le les et au aux pour sur dans avec contre
    und fur der die das dem den von vom zu zum zur im am auf bei mit gegen uber oder"
}

word_set! {
    /// Words with which a name cannot begin when they stand in lower case: such a line goes on from the one before.
    goes_on, "of for and & in on to at by with from against or de del y e en por para con du des et au aux pour sur dans avec contre
    und fur von vom zu zum zur im am auf bei mit gegen uber oder"
}

word_set! {
    /// The word before the last of a series: and, y, et, und.
    is_and, "and & y e et und u sowie + plus o ed i och og nonche και и та і ve"
}

/// The length of a phrase at the beginning of a text that adds a name to those before it, as "and" does: 0 where none stands.
pub(super) fn joining_phrase(text: &str) -> usize {
    const PHRASES: &[&str] = &[
        "as well as ",
        "along with ",
        "together with ",
        "in addition to ",
        "joined by ",
        "plus ",
        "as did ",
        "así como ",
        "junto con ",
        "además de ",
        "además del ",
        "al igual que ",
        "ainsi que ",
        "ou encore ",
        "de même que ",
        "avec ",
        "sowie ",
        "aber auch ",
        "but also ",
        "mais aussi ",
        "pero también ",
        "mas também ",
        "ma anche ",
        "ebenso wie ",
        "und auch ",
        "zusammen mit ",
        "gemeinsam mit ",
        "bem como ",
        "assim como ",
        "juntamente com ",
        "nonché ",
        "insieme a ",
        "oltre a ",
    ];
    PHRASES
        .iter()
        .find(|phrase| text.starts_with(**phrase))
        .map_or(0, |phrase| phrase.len())
}

word_set! {
    /// Lower-case articles that belong to the sentence in running prose.
    is_article, "the el la los las le les der die das den dem l"
}

word_set! {
    /// A verb or pronoun that begins what the sentence says about its list, after the last name.
    begins_clause, "give gives gave provide provides provided say says said saying call calls called calling urge urges urged urging are is was were be been being have has had
    having will would should can could must may might do does did send sends sent write writes wrote join joins joined joining announce
    announces announced ask asks asked asking demand demands demanded demanding oppose opposes opposed support supports supported
    condemn condemned express expressed released issued submitted filed signed today that which who whose whom where when while
    because argue argues argued warn warns warned told tell tells think thinks believe believes want wants plan plans launched launch met
    praised criticized welcomed agree agreed also among
    dicen dijeron piden pidieron exigen exigieron llaman llamaron enviaron envian han son estan fueron solicitan solicitaron que podrian podran podria
    quien quienes cuyo cuya donde firmaron hicieron denuncian denunciaron rechazan apoyan entre
    demandent appellent ont sont ete qui dont exigent denoncent declarent estiment ecrivent soutiennent saluent entre
    fordert ruft verlangt appelliert warnt kritisiert begrusst lehnt schreibt erklart wendet richtet protestiert verlangen appellieren warnen
    kritisieren erklaren wenden richten protestieren
    demande demandait appelle exige denonce soutient salue rejette rejettent saisi
    pide exige llama envio firmo denuncia rechaza apoya solicita
    fordern forderten haben hat sind ist waren wurden rufen riefen sagen sagten welche deren schreiben begrussen lehnen unterstutzen
    hanno chiedono sostengono denunciano sottoscrivono firmano"
}

/// Whether a folded word ends as only verbs of several do: convocaron, pidieron, pediram, chiesero, demanderent.
pub(super) fn ends_as_verb(folded: &str) -> bool {
    folded.len() > 6
        && [
            "aron", "ieron", "aram", "eram", "iram", "arono", "erono", "irono", "erent",
        ]
        .iter()
        .any(|ending| folded.ends_with(ending))
        || is_verb_of_several(folded)
}

word_set! {
    /// A verb of several in Italian and Portuguese, whose endings names have too.
    is_verb_of_several, "ringraziano chiedono denunciano esprimono ritengono invitano aderiscono condannano sottoscrivono promuovono firmano lanciano
    pedem exigem denunciam repudiam assinam manifestam defendem cobram apoiam"
}

word_set! {
    /// An adjective of peoples, which no name ends in behind "of".
    is_demonym, "american african asian european caribbean latin latino arab native indigenous black hispanic pacific jewish muslim christian islamic
    mexican canadian chinese korean japanese filipino haitian dominican palestinian israeli french german italian spanish"
}

word_set! {
    /// A word with which a sentence begins that adds to those who were named before it.
    adds_further, "otherwise however therefore moreover furthermore finally indeed instead meanwhile consequently accordingly nevertheless fortunately unfortunately
    finalmente igualmente enfim portanto contudo enfin ainsi cependant toutefois infine tuttavia schliesslich jedoch ademas asimismo tambien junto tambem alem also additionally further joining outre egalement aussi oltre inoltre anche tambe ausserdem daneben ebenfalls zudem"
}

word_set! {
    /// A word of a greeting between two parts of a list, which says that more have signed.
    adds_to_list, "more also too added additional new joined update updated since
    tambien ademas mas suman sumaron sumo agregaron agrego anadir nuevas nuevos
    aussi encore ajoutes nouveaux nouvelles auch weitere neue dazugekommen anche altri altre nuove nuovi tambem novas novos mais"
}

word_set! {
    /// A pronoun with which a sentence begins.
    is_pronoun, "we i you they he she it there this these nosotros nosotras ellos ellas yo nous ils elles je il elle on wir sie ich er es nos eles elas noi loro io"
}

word_set! {
    /// A verb in a finite form, which no name holds in small letters.
    is_finite_verb, "says said calls called urges urged is are was were has have had will would should says sends sent writes wrote joins joined
    announces announced asks asked demands demanded opposes opposed supports condemns condemned expressed released issued submitted argues argued warns warned
    tells told thinks believes believe wants met met talked praised criticized welcomed agrees agreed
    dicen dijeron piden pidieron exigen exigieron enviaron envian han estan fueron solicitan solicitaron firmaron hicieron denuncian denunciaron rechazan apoyan
    demandent appellent ont sont exigent denoncent declarent estiment ecrivent soutiennent saluent
    fordert ruft verlangt appelliert warnt kritisiert begrusst lehnt schreibt erklart fordern forderten haben hat sind ist waren wurden riefen sagten
    sao foram pedem exigem denunciam repudiam sono hanno chiedono sostengono denunciano"
}

word_set! {
    /// A word of running text that names do not hold in lower case: it makes a line a sentence.
    makes_sentence, "we you your our us i me my they their them he she his her it its is are was were be been have has had will would
    should can could may must please thank thanks this that these those who which what when where how if so because below above
    following here there also more names sign signed signing add adding added see letter via list not
    nosotros nuestra nuestro nuestras nuestros nos usted ustedes su sus este esta estos estas ese esa que quien quienes cuando donde es
    son fue han ha hemos gracias siguientes siguiente abajo arriba aqui carta te les paso favor suman firmar firmo firma
    nous vous notre nos votre vos ils elles est sont ont etait ce cette ces qui que voici ci-dessous suivantes suivants lettre merci
    signer signez ici
    wir sie ihr ihre unser unsere uns ist sind war waren haben hat werden wird bitte danke diese dieser dieses folgende folgenden
    unten oben hier brief auch nicht mitzeichnen unterzeichnen unterschreiben"
}

word_set! {
    /// A word that begins a call to act or a note to the reader.
    begins_call, "please sign add click read see view download donate join share learn contact note thank thanks here update updated
    last visit follow subscribe
    firma firme firmen firmar suma sume sumate haga haz lea descargue gracias nota ver aqui
    signez signer ajoutez cliquez lisez voir merci rejoignez soutenez
    jetzt hier bitte danke unterzeichnen unterschreiben mitzeichnen klicken lesen"
}

word_set! {
    /// A word of an introduction to a list: signatories, organizations, include, undersigned, following.
    introduces, "include includes included including signatories signatory signers signer signed undersigned organizations organisations
    organization groups group following participating supporters supporting supported endorsed endorsers endorsing endorsements members
    coalition partners participants cosigners co-signers cosigned co-signed joined signees such namely sites by from are listed list sponsors petitioners plaintiffs authors organizers
    sponsored companies businesses institutions letter statement petition campaign
    firmantes firman firmado firmada suscriben suscriptores organizaciones grupos siguientes incluyen incluye participantes adherentes adhieren apoyan
    miembros entidades colectivos instituciones empresas carta
    signataires signe signee signes organisations associations suivantes suivants groupes membres soutiens parmi comprennent cosignataires lettre
    unterzeichner unterzeichnern unterzeichnende unterzeichnenden unterzeichnerinnen unterzeichnet erstunterzeichner organisationen gruppen verbande folgende folgenden
    mitglieder unterstutzer unterstutzerinnen mitzeichnende initiativen"
}

/// How a word hands over from an introduction to the first name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handing {
    /// By itself: including, darunter, notamment.
    Alone,
    /// After a participle: signed by, firmada por.
    AfterParticiple,
    /// After a word for those who sign: groups such as, signatories are.
    AfterGroup,
    /// After "among": among them.
    AfterAmong,
    /// After "please": please sign.
    AfterPlease,
}

/// Whether a folded word can stand between an introduction and the first name of a list in running prose, and after what.
pub(super) fn hands_over(folded: &str) -> Option<Handing> {
    match folded {
        "add" | "include" | "includes" | "included" | "including" | "namely" | "incluyen" | "incluye"
        | "incluyendo" | "incluida" | "incluidas" | "encuentran" | "figuran" | "comprennent" | "incluent"
        | "figurent" | "dont" | "notamment" | "gehoren" | "zahlen" | "darunter" | "namlich" | "incluem"
        | "includono" | "cui" | "nomeadamente" | "destacan" | "figurano" | "constam" => Some(Handing::Alone),
        "by" | "por" | "par" | "von" => Some(Handing::AfterParticiple),
        "sign" | "list" | "put" => Some(Handing::AfterPlease),
        "them" | "whom" | "ellas" | "ellos" | "elas" | "eles" | "eux" | "elles" | "lesquels"
        | "lesquelles" | "loro" | "ihnen" | "denen" => Some(Handing::AfterAmong),
        "are" | "were" | "from" | "as" | "like" | "son" | "como" | "que" | "sont" | "comme" | "sind"
        | "wie" | "are:" | "sao" | "foram" | "sono" | "estan" | "estao" | "hay" | "ci" | "esta" | "c'e" => {
            Some(Handing::AfterGroup)
        }
        _ => None,
    }
}

word_set! {
    /// A verb with which a sentence begins whose names follow: "Firman esta carta la Red Azul y ...".
    signs_first, "firman firmaron suscriben suscribieron adhieren apoyan respaldan assinam assinaram subscrevem apoiam signent soutiennent firmano
    sottoscrivono aderiscono unterzeichnen unterzeichnet unterstutzen unterschreiben mitgezeichnet ondertekenen"
}

word_set! {
    /// A verb that stands before a participle of signing: "Han suscrito el documento la Red Azul y ...".
    is_auxiliary, "han ha ont a hanno haben hat have has tem foram"
}

word_set! {
    /// A participle of signing behind such a verb, with which a sentence begins.
    has_signed, "suscrito suscripto firmado adherido apoyado respaldado rubricado cosigne signe soutenu appuye firmato sottoscritto aderito
    sostenuto assinado subscrito apoiado aderido unterzeichnet unterschrieben unterstutzt mitgezeichnet signed endorsed"
}

word_set! {
    /// A word behind which some of those are named who were announced: "many of our authors such as".
    gives_examples, "as like como comme wie come com"
}

word_set! {
    /// A verb that only says that something is somebody, between those who sign and their names.
    is_copula, "are were son fueron estan sont sind waren sao foram estao sono"
}

/// Whether a folded word in small letters says what those are whose names follow: whistleblowers, activistas, journalistes.
pub(super) fn names_those(folded: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ers", "ists", "ors", "ians", "istas", "ores", "oras", "istes", "eurs", "iste", "innen",
    ];
    is_kind(folded) || folded.len() >= 7 && ENDINGS.iter().any(|ending| folded.ends_with(ending))
}

/// Whether a folded introduction says that what follows signed or supports: "was signed by".
pub(super) fn says_signed_by(folded: &str) -> bool {
    const SIGNED: &[&str] = &[
        "signed by",
        "endorsed by",
        "cosigned by",
        "co-signed by",
        "supported by",
        "signatories are",
        "signers are",
        "firmada por",
        "firmado por",
        "suscrita por",
        "signee par",
        "signe par",
        "soutenue par",
        "unterzeichnet von",
        "unterstutzt von",
        "please add",
        "please sign",
    ];
    let folded = folded.trim_end_matches(|c: char| !c.is_alphanumeric());
    SIGNED.iter().any(|signed| folded.ends_with(signed))
}

word_set! {
    /// A word behind which stands what a body is for.
    tells_purpose, "for on against para por contra sobre pour sur contre fur gegen uber"
}

word_set! {
    /// A participle at the end of a sentence whose list stands before it: "... wurde von A und B unterzeichnet".
    ends_passive, "unterzeichnet unterschrieben unterstutzt mitgezeichnet gezeichnet getragen mitgetragen initiiert eingereicht verfasst organisiert gestartet
    signed endorsed"
}

/// Whether a folded word is a participle that "by" can follow: signed, endorsed, firmada, signé, unterzeichnet.
pub(super) fn is_participle(folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ed")
        || folded.len() > 5 && (folded.ends_with("ee") || folded.ends_with("ees"))
        || folded.ends_with("ado")
        || folded.ends_with("ada")
        || folded.ends_with("ados")
        || folded.ends_with("adas")
        || folded.ends_with("ido")
        || matches!(
            folded,
            "led"
                | "sent"
                | "written"
                | "suscrita"
                | "suscrito"
                | "signe"
                | "signee"
                | "signes"
                | "soutenu"
                | "soutenue"
                | "appuye"
                | "appuyee"
                | "portee"
                | "porte"
                | "unterzeichnet"
                | "unterstutzt"
                | "mitgezeichnet"
                | "getragen"
        )
}

word_set! {
    /// A plain noun for a cause or a group of people: by itself it is no organization, in a series it is part of a name.
    is_theme, "women men girls boys youth children child families family parents mothers fathers workers labor labour farmers fishers peace justice action media arts
    art science sciences technology technologies health education welfare environment environmental energy water land lands food housing hunger law liberty freedom rights
    democracy equality equity faith religion culture music film sound radio television theater dance press research policy politics economics economy business industry
    trade commerce finance development innovation diversity inclusion climate nature wildlife forest forests snow soil air ocean oceans rivers sea seas landscape roads race
    gender sexuality community society people planet gente gens menschen animals lesbian gay bisexual transgender queer immigrants refugees migrants prisoners students teachers
    nurses doctors physicians lawyers judges scientists engineers veterans elders seniors neighbors history truth reconciliation security safety privacy transparency accountability
    oversight conflict war violence poverty aging disability recreation sport sports tourism agriculture mining design architecture engineering mathematics
    humanities philosophy theology letters learning literacy hope love unity care medicine nutrition sustainability ecology communication communications information
    transport transportation infrastructure labor fairness clothing shelter bread fire wind rain weather sun light sky memory peaceful reason mercy compassion
    work jobs rent debt tax taxes money credit credits data speech press internet software hardware computing science statistics biology chemistry physics astronomy
    books reading writing poetry literature language languages archives heritage archaeology anthropology sociology psychology geography
    parks trails trees plants birds fish fisheries fishing hunting farming gardens gardening rural urban planning cities streets walking bicycling transit traffic
    birth motherhood parenting childcare marriage ageing death grief addiction disease cancer vaccines hospitals dignity solidarity resistance power resilience recovery prevention ferns mosses lichens
    mujeres hombres ninas ninos jovenes familias trabajadores tierra territorio agua justicia paz verdad memoria vida salud educacion cultura arte artes ciencia
    ciencias derechos libertad democracia igualdad vivienda trabajo medio ambiente bosque bosques mar rios energia musica comunicacion genero clima cultura territorios semillas pan maiz pesca rios montana montanas lluvia dignidad solidaridad ninez infancia juventud mineria energia
    transparencia privacidad tecnologia investigacion lectura palabra palabras futuro desarrollo ambiente ecologia economia migracion refugio trabajadoras campesinas campesinos indigenas
    femmes hommes enfants jeunes familles travailleurs terre terres eau paix verite memoire vie sante culture droits liberte democratie egalite logement travail
    environnement foret forets mer energie musique communication genre solidarite ciel climat pain semences montagne riviere rivieres vent lumiere dignite egalite jeunesse enfance agriculture peche transparence recherche lecture
    avenir developpement ecologie economie migrations migrants refugies paysans paysannes sciences technique techniques lettres
    frauen manner kinder jugend familie familien arbeit wasser boden wald wiese wiesen gerechtigkeit frieden wahrheit gesundheit bildung kultur kunst
    wissenschaft rechte freiheit demokratie gleichheit wohnen umwelt natur luft energie musik forschung technik brot wind licht himmel klima meer flusse berge dorf stadt land boden tiere pflanzen wurde solidaritat migration flucht asyl pflege alter
    landwirtschaft fischerei verkehr rad bahn steuern arbeit soziales recht rechte medien film funk fernsehen kuche theater tanz literatur geschichte religion glaube sport daten netz software"
}

word_set! {
    /// The first word of a part of a larger body, followed by of: Office of, School of, Department of.
    is_department, "office school department division faculty college bureau ministry ministries secretariat section region oficina facultad departamento
    escuela secretaria bureau faculte departement ecole fakultat abteilung fachbereich buro"
}

word_set! {
    /// A word that ends in a full stop of its own, so that the stop at its end is part of the name.
    keeps_stop, "inc corp co cos ltd ltda assn assoc asoc soc fed dept univ natl intl bros jr sr st mt ft esq ave blvd etc no nos dra sra srta pbro mons arq mtro mtra hno hna dipl dott avv univ calif mass penn wash ore ariz colo conn mich minn neb okla tenn tex wis e.v ges lic ing hon rev dr prof rep sen reps sens gov lt pres pe ir fr mme mlle m.d ph.d j.d hna on onn dep sig sigg l.l.c cia s.a a.c"
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn more_to_come_is_told_from_names() {
        for more in [
            "and many others",
            "among others",
            "and 23 other organizations",
            "(partial list)",
            "y otras",
            "et par d'autres",
            "und viele mehr",
        ] {
            assert!(says_there_are_more(more), "{more}");
        }
        for name in [
            "more light",
            "the other 12%",
            "others unlimited fund",
            "dozens bakery",
        ] {
            assert!(!says_there_are_more(name), "{name}");
        }
    }

    #[test]
    fn headings_that_deny_are_known_in_four_languages() {
        for heading in [
            "did not sign",
            "organizations that have not signed",
            "no firmaron",
            "n'ont pas signe",
            "nicht unterzeichnet",
        ] {
            assert!(denies_signing(heading), "{heading}");
        }
        assert!(!denies_signing("signed"));
    }
}
