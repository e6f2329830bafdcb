//! The words around a list in a letter or message: greetings, closings, days and months.

word_set! {
    /// What is signed: "... to the letter".
    names_letter, "letter list statement petition campaign appeal call carta lista declaracion lettre liste appel brief liste aufruf petition
    manifiesto manifesto manifeste manifest documento comunicado pronunciamiento misiva escrito tribune appello lettera nota abaixo-assinado
    desplegado texto texte testo erklarung resolution communique comunicato"
}

word_set! {
    /// A word that ends a letter before the names of those who sign it.
    closes_letter, "sincerely respectfully signed yours regards best cordially faithfully truly thanks thank gratefully warmly solidarity respect gratitude appreciation
    distinti cordiali saluti atentamente cordialmente respetuosamente saludos saludo abrazo abrazos firmado gracias
    cordialement sinceres sincerement respectueusement salutations merci amicalement bien
    grussen grusse gruss hochachtungsvoll herzlich herzliche freundlichen danke viele liebe dank
    atenciosamente cordialmente obrigada obrigado abraco abracos grato grata respeitosamente saudacoes
    grazie cordialita ossequi saluto"
}

word_set! {
    /// A word that ends a message, so that only its sender's name follows.
    closes_message, "thanks thank regards best warmly cheers saludos saludo abrazo abrazos gracias merci amicalement grusse gruss grussen danke dank
    obrigada obrigado abraco abracos saudacoes grazie saluti saluto"
}

word_set! {
    /// A word with which somebody is thanked, or that stands before one.
    gives_thanks, "thanks thank gracias merci danke dank obrigada obrigado grazie"
}

word_set! {
    /// A word that strengthens thanks and stands before them.
    strengthens_thanks, "many muchas mil muito mille tante vielen herzlichen besten un grand"
}

word_set! {
    /// A word that may stand beside one that closes a letter.
    joins_closing, "yours very truly submitted doing this everything it work help time patience in with warm kind kindest best most and so much many again for the all our you sincerely faithfully respectfully regards
    un una muy muchas mil con los mejores cordial cordiales le les
    bien a vous nos plus meilleures veuillez recevoir agreer l'expression de salutations distinguees cordiales beaucoup
    mit und vielen schone beste mfg
    muito mille tante ancora novo desde ja com os meus nossos e um grande forte caro affettuoso fraterno fraterni"
}

/// Whether a folded line only says how old a list is: "last updated: March 3".
pub(in crate::list) fn tells_state(folded: &str) -> bool {
    const STARTS: &[&str] = &[
        "last updated",
        "updated",
        "as of",
        "list as of",
        "current as of",
        "ultima actualizacion",
        "actualizado",
        "al dia de",
        "mis a jour",
        "mise a jour",
        "derniere mise a jour",
        "stand",
        "zuletzt aktualisiert",
        "atualizado",
        "atualizada",
        "ultima atualizacao",
        "aggiornato",
        "aggiornata",
        "ultimo aggiornamento",
        "aggiornamento",
        "total",
    ];
    STARTS.iter().any(|start| {
        folded
            .strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
    })
}

/// Whether a folded label says that how to reach somebody follows: "Contact: Jill, jill@acorn.example".
pub(in crate::list) fn names_contact(folded: &str) -> bool {
    matches!(
        folded.trim(),
        "deadline"
            | "fecha limite"
            | "date limite"
            | "prazo"
            | "contact"
            | "contacts"
            | "media contact"
            | "media contacts"
            | "press contact"
            | "for more information"
            | "for more information contact"
            | "email"
            | "e-mail"
            | "phone"
            | "telephone"
            | "tel"
            | "fax"
            | "website"
            | "web"
            | "contacto"
            | "contacto de prensa"
            | "correo"
            | "correo electronico"
            | "telefono"
            | "sitio web"
            | "contact presse"
            | "courriel"
            | "site"
            | "kontakt"
            | "contato"
            | "contatos"
            | "contatti"
            | "contatto"
            | "informazioni"
            | "informacoes"
            | "informes"
            | "renseignements"
            | "auskunft"
            | "ansprechpartner"
            | "ansprechpartnerin"
            | "mail"
            | "pressekontakt"
            | "telefon"
            | "webseite"
    )
}

/// Whether the folded words before a colon say that something else is pointed to: where to read on, where it was taken from.
pub(in crate::list) fn points_elsewhere(folded: &str) -> bool {
    matches!(
        folded,
        "leia"
            | "leia mais"
            | "leia tambem"
            | "lea tambien"
            | "lee tambien"
            | "lire aussi"
            | "read also"
            | "read more"
            | "leggi anche"
            | "fuente"
            | "fuente de informacion"
            | "fonte"
            | "pour signer"
            | "para firmar"
            | "para adherir"
            | "para assinar"
            | "per firmare"
            | "to sign"
            | "to sign on"
            | "sign here"
            | "zum unterzeichnen"
            | "source"
            | "quelle"
    )
}

/// Whether a folded line is only there to move about on a page.
pub(in crate::list) fn is_navigation(folded: &str) -> bool {
    const LINES: &[&str] = &[
        "back to top",
        "return to top",
        "corporate disclosure statement",
        "table of contents",
        "statement of interest",
        "publicar un comentario",
        "no hay comentarios",
        "top of page",
        "read more",
        "show more",
        "show all",
        "show less",
        "view all",
        "see all",
        "load more",
        "skip to content",
        "print this page",
        "share this",
        "share this page",
        "next page",
        "previous page",
        "close",
        "volver arriba",
        "ver mas",
        "ver todos",
        "leer mas",
        "retour en haut",
        "haut de page",
        "voir plus",
        "voir tout",
        "en savoir plus",
        "nach oben",
        "mehr anzeigen",
        "alle anzeigen",
        "mehr lesen",
        "weiterlesen",
        "share",
        "print",
        "tweet",
        "related",
        "related news",
        "related posts",
        "comments",
        "leave a comment",
        "leave a reply",
        "related articles",
        "laisser un commentaire",
        "articles lies",
        "articoli correlati",
        "artigos relacionados",
        "articulos relacionados",
        "dejar un comentario",
        "mehr zum thema",
        "kommentar schreiben",
        "you may also like",
        "join the call",
        "te recomendamos",
        "te puede interesar",
        "dejanos tu comentario",
        "ampliar contenido",
        "communique de presse",
        "communique",
        "comunicado de prensa",
        "nota de prensa",
        "comunicado de imprensa",
        "comunicato stampa",
        "pressemitteilung",
        "press release",
        "news release",
        "media release",
        "for immediate release",
        "para publicacion inmediata",
        "pour diffusion immediate",
        "list in formation",
        "list still in formation",
        "lista en construccion",
        "permalink",
        "tags",
        "home",
        "compartir",
        "comparte",
        "compartilhe",
        "compartilhar",
        "imprimir",
        "comentarios",
        "etiquetas",
        "relacionadas",
        "noticias relacionadas",
        "lea tambien",
        "lee tambien",
        "leer tambien",
        "leia tambem",
        "leia mais",
        "veja tambem",
        "saiba mais",
        "siguenos",
        "siga-nos",
        "partager",
        "partagez",
        "imprimer",
        "commentaires",
        "lire aussi",
        "a lire aussi",
        "lire la suite",
        "condividi",
        "leggi anche",
        "leggi tutto",
        "leggi di piu",
        "posta un commento",
        "nessun commento",
        "mostra tutto",
        "mostrar todos",
        "ver todas",
        "ver lista completa",
        "stampa",
        "commenti",
        "teilen",
        "drucken",
        "kommentare",
        "auch interessant",
    ];
    LINES.contains(&folded)
}

word_set! {
    /// A word of a short call to sign that is all of its line: "Sign now", "Jetzt unterschreiben".
    is_call_word, "sign add your name now here today this the letter petition open on to jetzt hier unterschreiben unterzeichnen mitzeichnen brief
    firma firme firmar ahora aqui la carta signez signer ici lettre maintenant join us"
}

/// Whether a folded line is nothing but a short call to sign.
pub(in crate::list) fn calls_to_sign(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let signs = |word: &&str| {
        word.starts_with("sign")
            || word.starts_with("firm")
            || word.starts_with("unter")
            || matches!(*word, "add" | "mitzeichnen" | "join")
    };
    (2..=6).contains(&words.len()) && words.iter().all(|word| is_call_word(word)) && words.iter().any(signs)
}

word_set! {
    /// A word that greets.
    greets, "dear hi hello hey greetings good to
    estimado estimada estimados estimadas querido querida queridos queridas hola buenos buenas
    cher chere chers cheres bonjour bonsoir madame monsieur
    liebe lieber sehr hallo guten
    caro cara caros caras prezado prezada prezados prezadas ola senhor senhora senhores
    cari care gentile gentili egregio egregia egregi spettabile ciao buongiorno"
}

word_set! {
    /// A word for a day or time at which something was said.
    tells_time, "today yesterday recently together monday tuesday wednesday thursday friday saturday sunday week month morning afternoon
    hoy ayer lunes martes miercoles jueves viernes aujourd'hui hier lundi mardi mercredi jeudi vendredi heute gestern montag dienstag mittwoch donnerstag freitag"
}

word_set! {
    /// The name of a month.
    is_month, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    januar februar marz april mai juni juli august september oktober november dezember
    janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
}
