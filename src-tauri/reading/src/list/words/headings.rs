//! The words of headings, over columns and over parts of a list, among them those that say who did not sign.

word_set! {
    /// Words of headings that say how far an organization reaches or what part of the list follows.
    is_scope, "national nationwide state statewide states local regional international global federal municipal county city tribal
    community campus grassroots additional other faith-based faith interfaith religious labor academic legal civil
    nacional nacionales estatal estatales local locales regional regionales internacional internacionales municipales comunitarias otras
    nationales nationaux regionales regionaux locales locaux internationales internationaux autres
    bundesweit landesweit nationale regionale lokale internationale bundesweite weitere uberregionale"
}

word_set! {
    /// Words of headings that say what kind of signatory follows.
    is_kind, "personnalites personalidades personalities personalitats personalita personlichkeiten organizations organisations organization organisation orgs groups individuals individual people persons signatories signers
    signees supporters endorsers endorsements partners members companies businesses institutions universities churches unions coalitions
    nonprofits networks foundations experts scholars academics officials leaders advocates residents cosigners co-signers co-sponsors
    sponsors associations agencies chapters affiliates congregations communities students faculty alumni allies clergy businesses nonprofits
    organismos asociaciones movimientos gremios partidos plataformas federaciones confederaciones ongs organizacoes movimentos coletivos associacoes
    associazioni organizzazioni sindacati movimenti
    organizaciones grupos personas individuos firmantes instituciones empresas universidades colectivos entidades sindicatos redes aliados academicos expertos
    personnes individus signataires entreprises universites collectifs syndicats reseaux experts
    organisationen gruppen einzelpersonen personen unterzeichner unterzeichnende unterzeichnerinnen unternehmen vereine verbande initiativen institutionen stiftungen"
}

word_set! {
    /// Words that only announce the list that follows and say nothing of who is on it.
    announces, "signed signatories signatory signers signees undersigned by the list of full partial following organizations organisations organization
    organisation orgs groups endorsers endorsing endorsements endorsed supporters supporting supported participating member members cosigners co-signers cosigned
    signing sign-ons sign-on our unsere nuestros nuestras nossos nossas current to this letter as on with from all and & so far sponsored listed names name
    open letter statement petition lead leading joined joining confirmed convening convened initial original steering new
    promueve promueven convoca convocan impulsa impulsan organiza organizan coordina coordinan
    confirmadas confirmados confirmado convocantes adhesiones carta abierta firmantes firman firmado firmada por suscriben los las abajo organizaciones grupos lista de la del carta que apoyan adherentes
    signatarios signatarias assinam assinada assinado subscrevem subscritores apoiadores apoiam aberta dos das firmatari firmatarie aderenti sottoscrittori
    lettre ouverte signataires signe signee par liste des les organisations associations groupes soussignes soussignees
    unterzeichner unterzeichnerinnen unterzeichnende unterzeichnenden unterzeichnet von die der liste organisationen gruppen erstunterzeichner erstunterzeichnerinnen erstunterzeichnende erstunterzeichnenden unterstutzer offener brief offenen briefes"
}

word_set! {
    /// A word of the heading of a column that holds organizations.
    names_organization, "university universidad universidade universite universita universitat hochschule organization organisation organizations organisations org orgs group groups company institution affiliation employer
    organizacion organizaciones entidad institucion grupo afiliacion colectivo
    association structure etablissement entreprise
    organizacao organizacoes entidade instituicao organizzazione organizzazioni ente associazione
    verein verband einrichtung firma"
}

word_set! {
    /// A word of the heading of a column that holds people, or organizations where no other column does.
    names_signer, "name names signer signers signatory signatories signed contact person representative first last surname
    nombre nombres apellido apellidos firmante firmantes representante contacto persona
    nom noms prenom signataire signataires representant personne
    nome nomi cognome sobrenome apelido firmatario firmataria signatario signataria
    unterzeichner unterzeichnerin ansprechpartner vertreter kontakt vorname nachname"
}

word_set! {
    /// A word of the heading of a column that holds a part of a person's name.
    names_part_of_name, "first last surname given apellido apellidos prenom vorname nachname"
}

word_set! {
    /// The name of a column of a table, folded, for the title.
    names_title, "department departamento departament abteilung title role position job office cargo puesto titulo rol funcion titre fonction poste role titel funktion position rolle amt
    ruolo carica incarico funcao"
}

word_set! {
    /// The name of a column of a table, folded, for the place.
    names_place, "city state country place location town county province region ciudad estado pais lugar municipio provincia ville pays lieu etat departement
    stadt ort land bundesland staat
    citta cidade comune municipio regione paese provincia"
}

word_set! {
    /// A word without which no heading says that somebody did not sign; spares most lines the longer look.
    may_deny, "sans keine not non didn't haven't hasn't aren't don't declined refused withdrew withdrawn abstained nonsignatories nonsignatory non-signatories non-signatory no
    sin rechazaron declinaron retiraron retirados pas n'ont non-signataires refuse refusent retire retires nicht abgelehnt zuruckgezogen"
}

word_set! {
    /// A word of a heading over those who have not answered yet.
    waits, "waiting awaiting pending undecided outstanding unanswered considering maybe pendiente pendientes esperando ausstehend ausstehende offen warten"
}

word_set! {
    /// A word that may stand beside one of waiting.
    joins_waiting, "still to hear back from on for a the response responses reply replies answer answers confirmation signature no yet not
    respuesta de por confirmar sin aun todavia en attente reponse antwort noch auf keine und and or"
}

/// Whether a folded label says that who signs for a body follows.
pub(in crate::list) fn labels_signer(folded: &str) -> bool {
    matches!(
        folded.trim(),
        "representative"
            | "represented by"
            | "signatory"
            | "signer"
            | "signed by"
            | "spokesperson"
            | "representante"
            | "representada por"
            | "representado por"
            | "firmante"
            | "firma"
            | "responsable"
            | "represente par"
            | "representee par"
            | "signataire"
            | "vertreten durch"
            | "rappresentante"
    )
}

/// Whether a folded line says only who speaks for whom in court: "Counsel for Amici Curiae".
pub(in crate::list) fn labels_counsel(folded: &str) -> bool {
    folded.split_once(" for ").is_some_and(|(who, whom)| {
        matches!(who, "attorney" | "attorneys" | "counsel" | "lead counsel")
            && matches!(
                whom,
                "amicus" | "amici" | "amicus curiae" | "amici curiae" | "plaintiff" | "plaintiffs"
            )
    })
}

word_set! {
    /// The heading of notes below a text, folded.
    heads_notes, "notes footnotes endnotes references sources notas referencias fuentes references fussnoten anmerkungen quellen fontes note fonti riferimenti"
}

/// Whether a folded heading says that no answer has come: "Waiting to hear back", "Still pending".
pub(in crate::list) fn says_waiting(folded: &str) -> bool {
    let mut told = false;
    let all = folded.split(' ').all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let waits = waits(word) || word == "attente";
        told |= waits;
        waits || word.is_empty() || joins_waiting(word) || word.bytes().all(|b| b.is_ascii_digit())
    });
    all && told
}

/// Whether a folded answer in a column of a table says no: "Declined", "no", "Not signing".
pub(in crate::list) fn is_no(folded: &str) -> bool {
    denies_signing(folded)
        || matches!(
            folded,
            "no" | "n"
                | "nein"
                | "non"
                | "false"
                | "declined"
                | "not signed"
                | "waiting"
                | "asked"
                | "to ask"
                | "considering"
        )
}

word_set! {
    /// A word of the heading of a column that says whether somebody signed.
    names_status, "status response answer signing signed estado respuesta statut reponse antwort stand"
}

/// Whether a folded heading says that those below it did not sign.
pub(in crate::list) fn denies_signing(folded: &str) -> bool {
    const DENIALS: &[&str] = &[
        "not sign",
        "not yet sign",
        "n't sign",
        "not signing",
        "not joined",
        "not join",
        "not endors",
        "declined",
        "refused",
        "withdrew",
        "withdrawn",
        "abstained",
        "non-signator",
        "nonsignator",
        "no response",
        "no answer",
        "not respond",
        "not heard",
        "not participating",
        "not confirmed",
        "sin respuesta",
        "sin confirmar",
        "no confirm",
        "sans reponse",
        "pas repondu",
        "keine antwort",
        "nicht dabei",
        "not support",
        "no firm",
        "no han firm",
        "no suscrib",
        "no adhier",
        "rechazaron",
        "declinaron",
        "retiraron",
        "sin firm",
        "no firmantes",
        "pas signe",
        "n'ont pas",
        "non-signataire",
        "non signataire",
        "refuse",
        "retire",
        "nicht unterzeichn",
        "nicht unterschr",
        "nicht mitgezeichn",
        "abgelehnt",
        "zuruckgezogen",
    ];
    const EXACT: &[&str] = &[
        "not yet",
        "said no",
        "not in",
        "no",
        "todavia no",
        "aun no",
        "dijeron que no",
        "pas encore",
        "noch nicht",
        "nicht dabei",
    ];
    EXACT.contains(&folded)
        || folded.split(' ').any(may_deny) && DENIALS.iter().any(|denial| folded.contains(denial))
        || says_waiting(folded)
}
