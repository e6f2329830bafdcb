//! The words of people and their titles: given names, honorifics, degrees, offices.

word_set! {
    /// A word of a person's title or office, by itself.
    is_one_title, "профессор доцент академик депутат директор председатель сопредседатель президент вице-президент секретарь руководитель координатор сотрудник редактор
    обозреватель ректор декан член заместитель основатель сенатор rep sen speaker congressman congresswoman legislator assemblyman assemblywoman director directors directress president chair chairman chairwoman chairperson co-chair vice-chair ceo cfo coo cto cio cpo chief officer
    founder co-founder cofounder founding manager lead leader coordinator co-coordinator organizer secretary treasurer secretary-general
    professor lecturer researcher fellow scholar dean provost chancellor rector pastor minister rabbi imam bishop archbishop
    counsel attorney advocate analyst advisor adviser strategist specialist consultant engineer developer scientist economist administrator
    superintendent supervisor head partner principal owner publisher editor commissioner councilmember councilwoman councilman councillor councilor alderman alderwoman mayor governor judge sheriff delegate assemblymember senator representative
    spokesperson spokeswoman spokesman convener convenor moderator steward trustee member emeritus emerita vp evp svp
    maintainer creator
    directora presidente presidenta vicepresidente vicepresidenta coordinador coordinadora secretario secretaria tesorero tesorera fundador
    fundadora cofundador cofundadora gerente responsable profesor profesora catedratico catedratica investigador investigadora abogado abogada
    copresidente copresidenta alcalde alcaldesa concejal diputada diputado senador senadora vocera vocero portavoz jefa jefe rectora representante asesor asesora miembro integrante delegada delegado encargada encargado
    directeur directrice presidente vice-president vice-presidente coordinateur coordinatrice secretaire tresorier tresoriere fondateur fondatrice
    copresident copresidente co-president co-presidente maire depute deputee senatrice senateur elu elue cofondateur cofondatrice gerante gerant conseiller conseillere professeur professeure chercheur chercheuse avocat avocate porte-parole delegue deleguee animateur animatrice chargee charge
    geschaftsfuhrer geschaftsfuhrerin direktor direktorin prasident prasidentin vorsitzender vorsitzende vorstand vorstandsvorsitzender
    burgermeister burgermeisterin landrat landratin pfarrer pfarrerin pastorin leiter leiterin sprecher sprecherin grunder grunderin mitgrunder mitgrunderin professorin referent referentin sekretar sekretarin koordinatorin koordinator schatzmeister
    coordenador coordenadora diretor diretora secretaria vereador vereadora deputado deputada dirigente presidenta-executiva
    segretario segretaria coordinatore coordinatrice direttore direttrice portavoce consigliere consigliera sindaco sindaca professore professoressa deputato docente"
}

word_set! {
    /// A word that often begins or qualifies a title.
    qualifies_title, "volunteer executive vice deputy associate assistant senior junior managing general interim acting co national regional program policy
    project product global digital legal founding board lead technical research communications advocacy chief past former adjunct distinguished
    visiting staff campaign community state development outreach operations
    ejecutivo ejecutiva general adjunto adjunta nacional titular
    executif executive general generale adjoint adjointe national nationale honoraire
    nazionale generale regionale provinciale onorario onoraria geral executivo executiva emerito emerita
    stellvertretender stellvertretende erster erste wissenschaftlicher wissenschaftliche"
}

/// Whether a folded word is one of a person's title or office, or two of them: "founder", "founder/president".
pub(in crate::list) fn is_title(folded: &str) -> bool {
    is_one_title(folded)
        || folded
            .split_once('/')
            .is_some_and(|(one, other)| is_one_title(one) && is_one_title(other))
}

/// How many words at the beginning are an office that is written before the person: "Executive Director Ann", "Mayor Ben".
pub(in crate::list) fn office_before<'a>(folded: impl Iterator<Item = &'a str>) -> usize {
    let mut last_title = 0;
    for (at, word) in folded.take(5).enumerate() {
        if is_title(word) {
            last_title = at + 1;
        } else if !(qualifies_title(word)
            || at < 2 && matches!(word, "u.s" | "us" | "county" | "city" | "state"))
        {
            break;
        }
    }
    last_title
}

word_set! {
    /// An office that is written before its holder's name and seldom begins an organization's.
    is_rank, "rep sen speaker congressman mayor senator representative councilmember councilwoman councilman councillor councilor commissioner alderman alderwoman alder governor
    sheriff judge delegate assemblymember congresswoman congressman selectman alcalde alcaldesa diputado diputada senador senadora concejal
    maire depute deputee senatrice burgermeister burgermeisterin landrat stadtrat stadtratin"
}

/// Whether a folded word says that somebody signs for nobody else: independent, retired.
pub(in crate::list) fn is_unaffiliated(folded: &str) -> bool {
    matches!(
        folded,
        "independent"
            | "unaffiliated"
            | "retired"
            | "freelance"
            | "freelancer"
            | "self-employed"
            | "individual"
            | "independiente"
            | "jubilado"
            | "jubilada"
            | "independant"
            | "independante"
            | "retraite"
            | "retraitee"
            | "selbststandig"
            | "freiberuflich"
            | "unabhangig"
    )
}

/// What stands behind "on behalf of" at the beginning of a text; the whole text where nothing does.
pub(in crate::list) fn without_on_behalf(text: &str) -> &str {
    const PHRASES: &[&str] = &[
        "on behalf of ",
        "representing ",
        "for ",
        "signing for ",
        "with ",
        "en nombre de ",
        "en representaci\u{f3}n de ",
        "por ",
        "au nom de ",
        "pour ",
        "repr\u{e9}sentant ",
        "im Namen von ",
        "im Namen des ",
        "im Namen der ",
        "f\u{fc}r ",
        "at ",
    ];
    let Some(rest) = PHRASES.iter().find_map(|phrase| text.strip_prefix(phrase)) else {
        return text;
    };
    [
        "the ",
        "la ",
        "el ",
        "los ",
        "las ",
        "le ",
        "les ",
        "l\u{2019}",
        "l'",
        "die ",
        "den ",
        "das ",
    ]
    .iter()
    .find_map(|article| rest.strip_prefix(article))
    .filter(|rest| rest.starts_with(char::is_uppercase))
    .unwrap_or(rest)
}

/// Whether a text begins with the words that say for whom somebody signs.
pub(in crate::list) fn says_on_behalf(text: &str) -> bool {
    [
        "on behalf of ",
        "en nombre de",
        "en representaci\u{f3}n de",
        "au nom d",
        "im Namen ",
        "em nome d",
        "a nome di ",
    ]
    .iter()
    .any(|phrase| text.starts_with(phrase))
}

/// Where a person ends, and where the organization begins that they sign for: "Ana Mora on behalf of Harbor Council".
pub(in crate::list) fn signs_for(text: &str) -> Option<(usize, usize)> {
    const PHRASES: &[&str] = &[
        " on behalf of ",
        " representing ",
        " signing for ",
        " for ",
        " en nombre de ",
        " en representaci\u{f3}n de ",
        " por ",
        " au nom de ",
        " pour ",
        " im Namen von ",
        " im Namen des ",
        " im Namen der ",
        " f\u{fc}r ",
        " em nome de ",
        " per ",
    ];
    PHRASES
        .iter()
        .filter_map(|phrase| text.find(phrase).map(|at| (at, at + 1)))
        .min()
}

/// Whether a folded word of one language is what somebody does: historienne, Autorin, writer.
pub(in crate::list) fn names_occupation(folded: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ian", "ist", "ista", "iste", "logist", "loge", "logue", "loga", "logo", "ienne", "ien", "icien",
        "icienne", "euse", "trice", "teur", "seur", "graphe", "grafo", "grafa", "dora", "dor", "tora", "tor",
        "ter", "ner", "cher", "erin", "orin", "istin", "iker", "ikerin",
    ];
    folded.len() > 5 && ENDINGS.iter().any(|ending| folded.ends_with(ending))
}

word_set! {
    /// What somebody does for a living, where it may be written with a capital.
    is_job, "режиссер кинорежиссер писатель писательница поэт поэтесса журналист журналистка правозащитник правозащитница адвокат юрист историк певец певица
    актер актриса художник художница музыкант композитор дирижер саксофонист драматург сценарист критик кинокритик филолог философ социолог политолог экономист
    психолог врач учитель учительница преподаватель студент студентка инженер физик математик биолог архитектор фотограф издатель переводчик переводчица
    артист артистка литератор искусствовед литературовед блогер священник предприниматель пенсионер rancher beekeeper fisherman fisher grower brewer chef barber bookseller bartender electrician plumber mechanic welder veteran homemaker paralegal optometrist dentist veterinarian midwife therapist
    poetesse cineaste comedien comedienne avocat avocate juriste philosophe sociologue economiste metteuse realisateur realisatrice plasticien plasticienne paysan paysanne maraicher maraichere libraire
    actriz escultor escultora bailarina bailarin cantautor cantautora dramaturgo dramaturga guionista jurista politologo politologa pediatra parroco obispo locutora locutor editor editora librero librera
    academico academica academic catedratico catedratica docente pescador pescadora farmer teacher writer author artist student nurse physician doctor lawyer engineer musician journalist historian photographer poet
    translator carpenter baker programmer researcher librarian pharmacist psychologist architect filmmaker retiree
    agricultora agricultor maestra maestro escritora escritor estudiante enfermera enfermero medica medico periodista historiadora historiador musico
    artista fotografa fotografo poeta traductora traductor investigadora investigador ingeniera ingeniero jubilada jubilado
    agriculteur agricultrice enseignant enseignante ecrivain ecrivaine auteur autrice etudiant etudiante infirmier infirmiere medecin
    journaliste historien historienne photographe poete traducteur traductrice ingenieur architecte
    landwirt landwirtin lehrer lehrerin schriftsteller schriftstellerin autor autorin kunstler kunstlerin student studentin arzt arztin
    kinderarzt kinderarztin rechtsanwalt rechtsanwaltin anwalt anwaltin ingenieurin musiker musikerin journalistin historiker historikerin
    tecnico tecnica oficial official militar coronel general capitao operario operaria jornalista advogado advogada ator atriz actor actriz enfermeiro enfermeira arquiteto
    arquitecto arquitecta engenheiro engenheira estudante musico cantor cantora pintor pintora realizador dramaturgo dramaturga encenador encenadora cineasta
    conselheiro juiz juiza sindicalista activista ativista militante biologo biologa investigadora sociologo sociologa aposentado aposentada reformado reformada
    avvocato avvocata giornalista scrittore scrittrice attore attrice regista insegnante operaio operaia studente pensionato ricercatore ricercatrice musicista
    barrister solicitor advocate lecturer consultant curator novelist playwright screenwriter composer singer actress dancer sculptor painter
    filosofo filosofa storico economista magistrato parroco sacerdote economist sociologist activist blogger editor
    fotograf fotografin dichter ubersetzer ubersetzerin rentner rentnerin krankenpfleger krankenschwester apotheker apothekerin"
}

word_set! {
    /// A word for what somebody is in charge of.
    is_duty, "policy policies program programs programme programmes product products public affairs government relations advocacy communication
    communications outreach development research operations strategy strategic partnerships engineering finance administration legal marketing
    education community organizing engagement technology data digital external internal global international human resources people culture health
    equity justice campaigns media membership impact innovation initiatives services legislative regulatory planning grants
    programas incidencia comunicacion comunicaciones politicas relaciones asuntos publicos proyectos desarrollo
    plaidoyer communication programmes politiques publiques projets
    kommunikation politik programme offentlichkeitsarbeit"
}

word_set! {
    /// What comes before a person's name.
    is_honorific, "mep msp mtra mtro lic arq hna hno pbro dr prof professor mr mrs ms mx miss rev reverend fr sr sra srta don dona mme mlle herr frau pastor rabbi imam bishop sister brother
    hon honorable sir dame rt dra ing lic m maitre me dipl-ing msgr father rep sen on onn padre"
}

word_set! {
    /// What comes after a person's name.
    is_credential, "phd ph.d md m.d jd j.d esq mph msw ma ba rn lcsw jr sr ii iii iv dds mba edd ed.d psyd cpa mpa mdiv m.div llm ll.m msc bsc dphil do faia facp d.o m.p.h m.s ms m.a b.a m.b.a r.n dvm d.v.m pharmd ed.m mfa m.f.a sj s.j o.p d.d.s l.c.s.w d.min dmin"
}

word_set! {
    /// Small words inside a person's name.
    is_name_particle, "de del la las los da dos do di du van von der den ter ten bin ibn al el le y e af zu st mc ben abu"
}

word_set! {
    /// Given names that are common in the four languages and among those who write in them.
    is_given_name, "александр алексеи анатолии андреи антон борис вадим валентин валерии василии виктор виталии владимир владислав вячеслав геннадии георгии григории
    денис дмитрии евгении егор иван игорь илья кирилл константин леонид максим марк михаил никита николаи олег павел петр роман сергеи станислав юрии яков ярослав
    анастасия анна валентина вера виктория галина дарья евгения екатерина елена елизавета зоя инна ирина ксения лариса лидия любовь людмила марина мария надежда
    наталья нина оксана ольга полина светлана софия тамара татьяна юлия яна aaron abby abigail abdul abdullah abraham adam adel adele adrian adriana agnes ahmed ahmad aidan aisha ajay akira alan albert alberto alejandra alejandro alessandro
    alex alexander alexandra alexandre alexis alfonso alfred ali alice alicia alison allison alma amanda amber amelia amina amir amira amy ana anders andre andrea andreas andrew andra andres angel
    angela angelica angie anil anita anja anke ann anna anne annette annie anthony antoine antonia antonio antony aria ariel arjun arthur arturo asha ashley astrid audrey august avi ayesha
    barbara beatriz beatrice becky ben benjamin bernard beth bettina betty bill birgit bob bonnie brad brandon brenda brian brigitte bruce bruno caitlin camila camille carl carla carlos carmen carol
    carolina caroline carolyn carrie catherine cathy cecilia cedric celia chad charles charlotte chen cheryl chloe chris christian christina christine christoph christopher cindy claire clara claude claudia
    colin colleen connie courtney craig cristina crystal curtis cynthia dale damian dan dana daniel daniela daniele danielle danny dave david dawn dean debbie deb deborah debra denise dennis derek diana diane diego dieter dimitris dina
    dolores dominic dominique don donald donna doris dorothy doug douglas duncan dwayne dylan earl ed eddie edgar edith eduardo edward edwin eileen elaine elena eleanor eli elias elisa elisabeth elise elizabeth ella ellen elodie
    emilia emilie emilio emily emma emmanuel enrique eric erica erik erika erin ernest ernesto esteban esther ethan eugene eva evan eve evelyn fabian fatima faye felipe felix fernando fiona florence florian frances francesca francesco francis
    francisco franck francois francoise frank franz fred frederic frederick gabriel gabriela gabrielle gail gary gavin gene genevieve geoffrey george georgia gerald gerard gerardo gertrude giacomo gilbert gina giovanni giulia giuseppe glen gloria gonzalo gordon grace greg gregory
    guadalupe guido guillaume guillermo gustavo guy hannah hans harold harriet harry hassan hector heather heidi heike heinz helen helena helene henri henry herbert hernan hilary holly howard hugo ian ibrahim ignacio imani ines ingrid irene iris
    irma isaac isabel isabella isabelle isla ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jana jane janet janice jasmine jason javier jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy joan
    joanna joanne joao joe joel joerg johan johanna johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan juana juanita judith judy julia julian juliana julie julien julio june jurgen justin kai kara karen karim karin karl karla
    kate katherine kathleen kathryn kathy katie katrin kay keith kelly ken kenji kenneth kenya kerry kevin khalid kim kimberly kirsten klaus kofi kristen kristin kristina kumar kurt kwame kyle lakshmi lance larry lars laura lauren laurence laurent lawrence leah lee leila lena leo leon
    leonard leonardo leslie leticia li lidia liam lila lillian lily linda lindsay lisa liz lloyd lois lorena lorenzo loretta lori lorraine lou louis louise luc luca lucas lucia luciana lucie lucy luis luisa luiz luke luz lydia lynn madeleine maggie malcolm malik manuel manuela mara marc marcel
    marcela marcelo marcia marco marcos marcus margaret margarita margot maria mariam mariana marianne marie marilyn mario marion marisa mark marlene marta martha martin martina marvin mary mateo matt matthew matthias maureen maurice max may maya megan mehmet mei melanie melinda melissa mercedes mia
    michael michel michele michelle miguel mike mila milena ming miranda miriam mohamed mohammad mohammed moira molly monica monika monique morgan muhammad myra nabil nadia nancy naomi natalia natalie natasha nathan neil nelson nicholas nick nicolas nicole niels nikhil nina nina nora norma norman olga oliver olivia olivier omar
    oscar otto owen pablo paige pam pamela paola pat patricia patrick paul paula pauline pavel pedro peggy penny perry peter petra phil philip philippe phillip phyllis pierre pilar piotr priya rachel rafael rahul raj ralf ralph ramiro ramon randy raquel raul ravi ray raymond rebecca regina renata rene renee
    ricardo richard rick rita rob robert roberta roberto robin rocio rodney rodrigo roger roland ron ronald rosa rosalind rose rosemary ross roxanne roy ruben russell ruth ryan sabine sabrina sadie sally salma sam samantha samir samuel sandra santiago sara sarah sasha saul scott sean sebastian selin selma serge
    sergio seth shannon sharon shauna sheila shelly sherry shirley silvia simon simone sofia sonia sonja sophia sophie stacy stan stefan stefanie stella stephan stephanie stephen steve steven stuart sue susan susana susanne suzanne sven sylvia sylvie tamara tammy tanya tara tariq taylor ted terence teresa terry thea theo theresa
    therese thierry thomas tiffany tim timothy tina tobias todd tom tomas tommy toni tony tracy travis trevor tyler ulrich ulrike uma ursula valentina valeria valerie vanessa vera veronica veronique vicki victor victoria vijay vincent violet virginia vivian vladimir walter wanda warren wayne wei wendy werner will william
    wolfgang xavier yan yara yasmin yolanda yuki yusuf yvette yvonne zachary zainab zoe zoya"
}
