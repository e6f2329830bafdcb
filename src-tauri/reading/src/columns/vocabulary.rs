//! The headings that are known in full: what exports, forms and people's own sheets write above a column.
//!
//! Only the words; how a heading is compared with them, and what longer ones mean, is in `headings.rs`.

use super::Field;

/// Folded headings in full, each with the field it names. `|` separates the ways of writing it.
pub const WHOLE: &[(Field, u8, &str)] = &[
    (
        Field::Organization,
        9,
        "organization|organisation|organization name|organisation name|name of organization|name of organisation|\
      name of the organization|organization s name|your organization|your organization s name|organization legal name|legal name of organization|\
      company|company name|startup|publisher|org|org name|orgname|organization full name|current employer|employer|group|group name|name of group|organizacion|\
      nombre de la organizacion|nombre de organizacion|organizacion nombre|nombre de su organizacion|nombre de tu organizacion|empresa|\
      nombre de la empresa|compania|entidad|nombre de la entidad|colectivo|nombre del colectivo|institucion|nombre de la institucion|institution|\
      institution name|agency|agency name|coalition member|member organization|organizacion miembro|organizacion firmante|signatory organization|\
      signing organization|organization signing|asociacion|razon social|account name|household or organization|firmantes|signatories|signatory list|signataires|unterzeichner|unterzeichnende|signatarios|\
      endorsing group|employer name|company organization|organization company|name of your organization|organization or company|\
      firma organisation|organisation firma|organisationsname|name der organisation|verein|name des vereins|unternehmen|firmenname|verband|\
      societe|entreprise|nom de l organisation|nom de l association|nom de la structure|structure|association|organisme|nom de l organisme|\
      organizacao|nome da organizacao|nome da empresa|entidade|nome da entidade|instituicao|associacao|organisation organization|\
      endorsing organization|endorser|endorsers|organizations|organizaciones|members|\
      organisatie|naam organisatie|naam van de organisatie|organisatienaam|bedrijf|bedrijfsnaam|vereniging|naam vereniging|\
      forening|foreningens navn|foreningsnavn|organisationens navn|organisationsnavn|virksomhed|firmanavn|organisasjon|organisasjonsnavn|\
      bedrift|foretag|foretagsnamn|organisationens namn|organisationsnamn|foreningens namn|entitat|nom de l entitat|associacio|organitzacio|col lectiu",
    ),
    (
        Field::Organization,
        8,
        "on behalf of|signing on behalf of|representing|en representacion de|organizacion que representa|en nombre de|au nom de|pour le compte de|im namen von|\
      em nome de|entidade que representa|represents|represented organization|institute|institut|instituto|istituto|university|universidad|universite|universitat|universidade|universita|college|hochschule|\
      host institution|home institution|ente|associazione|organizzazione|nome organizzazione|nome associazione",
    ),
    (
        Field::Organization,
        6,
        "affiliation|organizational affiliation|organization affiliation|afiliacion|affiliated organization|account|work|\
      church|congregation|union|nonprofit|chapter name|iglesia|sindicato|school|school name|escuela|colegio|publication|newspaper|\
      media outlet|outlet|contractor|vendor|supplier|proveedor",
    ),
    (
        Field::PrintsAs,
        9,
        "prints as|print as|printed as|list as|listed as|list us as|name to be listed|name as it should appear|sign on as|\
      how to list|how you would like to be listed|aparece como|aparecer como|firma como|figurar como|se imprime como|\
      nombre para la lista|nombre para publicar|name for list|name for letter|name for publication|display as",
    ),
    (
        Field::Alias,
        9,
        "synonym|synonyms|synoniem|sinonimo|sinonimos|synonyme|other names|name variants|alt name|alt names|alternate names|alternative names|nombre alternativo|nom alternatif|autre nom|autres noms|alternativname|alternatieve naam|afkorting|forkortelse|forkortning|alias|aliases|alternate name|alternative name|also known as|aka|a k a|acronym|acronyms|abbreviation|short name|siglas|sigla|acronimo|abreviatura|\
      otro nombre|otros nombres|nombre corto|conocida como|tambien conocida como|former name|dba|doing business as",
    ),
    (
        Field::Parent,
        9,
        "part of|national affiliate|national affiliation|parent org|parent account|parent company|org matriz|affiliated to|affiliation nationale|chapter of|member of|affiliated with|affiliate of organization|filial de|capitulo de|parte de|parent|parent organization|parent organisation|national organization|umbrella organization|affiliate of|\
      organizacion matriz|organizacion madre|matriz|organizacion nacional",
    ),
    (
        Field::FullName,
        9,
        "full name|fullname|nom complet|nom et prenom|prenom et nom|nom prenom|personne de contact|name ansprechpartner|ansprechpartner|ansprechpartnerin|kontaktperson|vollstandiger name|vor und nachname|\
      nome completo|nome e sobrenome|pessoa de contato|contato|nome do contato|responsavel|signataire|nom du signataire|contact name|contact names|contacts|contactos|contact persons|contact person|contact|primary contact|primary contact name|name of contact|\
      signer|signer name|signer s name|name of signer|signed by|signatory|signatory name|signatory s name|name of signatory|display name|\
      name of person signing|person|person name|individual name|your name|your full name|first and last name|first last name|representative|name of representative|\
      authorized by|authorized signer|authorized representative|nombre completo|nombre y apellido|nombre y apellidos|nombre y apellido s|\
      nombres y apellidos|nombres apellidos|nombre apellidos|nombre apellido|apellidos nombres|apellidos nombre|apellido nombre|\
      volledige naam|naam contactpersoon|contactpersoon|fulde navn|fullt navn|navn og efternavn|kontaktpersonens navn|fullstandigt namn|\
      for och efternamn|nom i cognoms|nom complet del contacte|persona de contacte|apellidos y nombres|apellidos y nombre|persona|persona de contacto|contacto|nombre del contacto|firmante|nombre del firmante|nombre de la persona|\
      nombre de quien firma|quien firma|firmado por|representante|nombre del representante|su nombre|su nombre completo|tu nombre|tu nombre completo|\
      file as|sort name|formatted name",
    ),
    (
        Field::FullName,
        6,
        "candidate|candidato|candidata|candidat|kandidat|speaker|presenter|author|volunteer|participant|attendee|donor|supporter|registrant|applicant|ponente|orador|oradora|voluntario|\
      participante|intervenant|benevole|redner|referent|teilnehmer|autor|autora",
    ),
    (
        Field::FirstName,
        9,
        "fornavn|fornamn|voornaam|voornamen|first name|firstname|name given|namegiven|vorname|prenom|primeiro nome|given name|givenname|forename|first|nombre de pila|primer nombre|nombres|your first name|\
      contact first name|signer first name|nombre s|given names",
    ),
    (
        Field::MiddleName,
        9,
        "middle name|middlename|middle|middle initial|additional name|segundo nombre|segundo nome|nome do meio|weitere vornamen|zweiter vorname|deuxieme prenom|autres prenoms",
    ),
    (
        Field::LastName,
        9,
        "efternavn|etternavn|efternamn|achternaam|cognoms|cognom|primer cognom|last name|name family|namefamily|lastname|nachname|familienname|zuname|nom de famille|sobrenome|apelido|surname|family name|familyname|last|apellido|apellidos|primer apellido|apellido s|\
      your last name|contact last name|signer last name|apellido paterno",
    ),
    (
        Field::Prefix,
        9,
        "prefix|anrede|civilite|tratamento|formule de politesse|name prefix|honorific|honorific prefix|salutation|courtesy title|individual prefix|tratamiento|prefijo|saludo",
    ),
    (
        Field::Suffix,
        9,
        "suffix|suffixe|sufixo|name suffix|honorific suffix|individual suffix|sufijo",
    ),
    (
        Field::Title,
        9,
        "function|functie|stilling|befattning|carrec|title|job title|jobtitle|position|role|title role|title position|role title|position title|your title|your role|\
      your position|signer title|signer s title|contact title|professional title|organization title|title of signer|title in organization|\
      fonction|poste|intitule du poste|position in organization|position at organization|role in organization|funktion|berufsbezeichnung|amt|stelle|titre|\
      cargo|puesto|titulo|funcion|rol|cargo o puesto|puesto o cargo|su cargo|tu cargo|cargo del firmante|cargo en la organizacion|profesion",
    ),
    (
        Field::Title,
        5,
        "occupation|ocupacion|job|post|emploi|beruf|trabajo actual",
    ),
    // Where somebody typed their name; an address of a picture as often.
    (
        Field::FullName,
        3,
        "signature|typed signature|electronic signature|e signature|assinatura|unterschrift",
    ),
    (
        Field::Organization,
        3,
        "legal name|nombre legal|legal entity name|nom legal|denominacion|denominacion social",
    ),
    // Where its cells are offices and no rooms.
    (Field::Title, 3, "office|officer|oficio"),
    (
        Field::Email,
        9,
        "emailadres|e mailadres|e post|epost|epostadresse|e postadress|e postadresse|correu|correu electronic|email|e mail|e mail adresse|email adresse|mailadresse|courriel|adresse courriel|adresse email|adresse e mail|adresse de messagerie|adresse electronique|adresse mail|\
      endereco de email|endereco de e mail|endereco eletronico|correio eletronico|preferred email address|email addresses|e mails|emails|email id|contact e mail|email address|e mail address|mail|email value|e mail value|contact email|your email|your email address|work email|business email|\
      email work|e mail work|primary email|primary email address|signer email|preferred email|correo|correo electronico|correo de contacto|\
      direccion de correo electronico|direccion de correo|email de contacto|correo del trabajo|su correo electronico|tu correo electronico|username|nombre de usuario|\
      address email|organization email|email organizacion",
    ),
    (
        Field::Email,
        6,
        "email other|other email|e mail other|secondary email|alternate email|otro correo|correo alternativo",
    ),
    (
        Field::Email,
        4,
        "email home|home email|personal email|e mail home|correo personal|correo particular",
    ),
    (
        Field::Phone,
        9,
        "telefoon|telefoonnummer|tlf|tlf nr|telefonnr|phone|telefonnummer|telefon|rufnummer|numero de telephone|haupttelefon|telephone principal|telefone|numero de telefone|telefone principal|preferred phone|phone numbers|phones|daytime phone|\
      telephone number s|phone number|telephone number|tel|phone value|work phone|business phone|primary phone|contact phone|office phone|\
      company main phone|your phone|your phone number|phone work|telefono|numero de telefono|telefono del trabajo|telefono de contacto|telefono principal|telefono de oficina|\
      fono|telefonos",
    ),
    (
        Field::Phone,
        7,
        "mobil|mobiel|mobiltlf|mobilnr|mobiltelefonnummer|gsm|mobile|mobiltelefon|handy|handynummer|mobilnummer|tel mobile|telephone mobile|telephone portable|telemovel|telefone celular|mobile phone|cell|cell phone|cellphone|mobile number|phone mobile|home mobile|celular|movil|telefono celular|telefono movil|numero de celular",
    ),
    (
        Field::Phone,
        4,
        "home phone|other phone|phone home|phone other|telefono particular|telefono de casa|otro telefono|phone video|car phone",
    ),
    (
        Field::Street,
        9,
        "addr|physical address|postal address|published address|adres|straat|straatnaam|gade|gatuadress|gateadresse|vej husnr og evt etage|adreca|street|strasse|anschrift|adresse|rue|rua|endereco|rua do endereco|address|street address|mailing address|address street|business street|work street|organization address|direccion|calle|domicilio|\
      direccion postal|street line|address line|calle del trabajo|street name",
    ),
    (
        Field::Street,
        4,
        "home street|other street|address formatted|home address|calle de casa|supplemental address",
    ),
    (
        Field::City,
        9,
        "comuna|woonplaats|plaats|bynavn|poststed|postort|poblacio|municipi|city|comune|citta|gemeinde|ort|stadt|wohnort|ville|commune|cidade|cidade do endereco|municipio cidade|town|city town|address city|business city|work city|ciudad|municipio|localidad|poblacion|ciudad del trabajo|ciudad o municipio|locality|city of organization",
    ),
    (Field::City, 4, "home city|other city|ciudad de casa"),
    (
        Field::State,
        9,
        "state|regione|bundesland|bundesland kanton|kanton|departement|dep region|province region|estado do endereco|estado uf|uf|estado provincia region|province|state province|state or province|region|address region|address state|business state|work state|state abbreviation|us state|\
      provincia|entidad federativa|estado provincia|estado o provincia|provincia o estado|state territory|estado de la organizacion|address province",
    ),
    // In Outlook’s Spanish the department of a company, in half of Latin America a state.
    (Field::State, 4, "home state|other state|departamento"),
    (
        Field::PostalCode,
        9,
        "postnummer|postnr|codi postal|zip|plz|postleitzahl|code postal|cep|cep do endereco|codigo de endereco postal|zip code|zipcode|postal code|postcode|postal|address postal code|business postal code|work zip|codigo postal|c p|cp|zip postal code|work postal code",
    ),
    (
        Field::PostalCode,
        4,
        "home zip|home postal code|other postal code|other zip",
    ),
    (
        Field::Country,
        9,
        "country|land|land region|pays|pays region|pais regiao|pais regiao do endereco|pais o region|country region|address country|business country|business country region|work country|pais|pais region|nation|country of organization",
    ),
    (
        Field::Country,
        4,
        "home country|home country region|other country|other country region",
    ),
    (
        Field::Place,
        9,
        "postnummer og by|postnr og by|postcode en plaats|postcode plaats|postnummer og sted|postnummer och ort|location|place|city state zip|city and country|ort land|ville et pays|ville pays|city state|city and state|city st|headquarters|lugar|ubicacion|ciudad estado|ciudad y estado|ciudad y pais|sede|city country|city state country",
    ),
    (
        Field::Website,
        9,
        "website|website url|webseite|internetseite|homepage url|site web|site internet|page web|pagina da web|site|pagina na internet|web site|web page|webpage|url|web|homepage|home page|website value|website work|business website|organization website|web address|\
      sitio web|pagina web|sitio|pagina|pagina de internet|web de la organizacion",
    ),
    (
        Field::Website,
        6,
        "link|domain|company domain|company domain name|domain name|dominio|domaine|enlace|lien|sito|sito web|sito internet|website urls|urls|links",
    ),
    (
        Field::Website,
        4,
        "website home page|website home|website other|website profile|website blog|personal web page|facebook|twitter|social media|redes sociales",
    ),
    (
        Field::District,
        9,
        "district|congressional district|legislative district|council district|chapter area|distrito|distrito electoral|distrikt|wahlkreis|bezirk|stadtbezirk|gemeindebezirk|arrondissement|okres|distretto",
    ),
    (
        Field::Owner,
        9,
        "owner|point person name|responsable de seguimiento|outreach lead|asked by|contacted by|who is asking|who is reaching out|account owner|record owner|contact owner|relationship owner|assigned to|responsable|propietario|asignado a",
    ),
    (
        Field::Timestamp,
        9,
        "timestamp|zeitstempel|horodateur|carimbo de data hora|submit date|submitted on|date submitted utc|time stamp|marca temporal|marca de tiempo|submitted|submitted at|submission date|date submitted|start time|completion time|\
      date signed|signed at|signed on|date of signature|fecha de envio|fecha y hora|fecha de firma|fecha de la firma|hora de finalizacion|entry date|\
      submission time|created at|response date",
    ),
    (Field::Timestamp, 6, "date|fecha|signed date|day|datum|data"),
    (
        Field::Consent,
        9,
        "consent|sign on|signon|sign|yes no|agree|agreement|endorse|endorsement|do you sign|sign us on|will you sign|\
      consentimiento|adhesion|firma|firmamos|firmar|acepta|acepto|si no|de acuerdo|autorizacion|authorization|signing|confirmed|confirmado|signed|response|respuesta",
    ),
    (
        Field::Status,
        9,
        "status|sign on status|signon status|response status|estatus|situacion|estado de la firma|estado de firma|estado de respuesta",
    ),
    (Field::Status, 3, "estado"),
    (
        Field::Kind,
        9,
        "type|type d organisation|organisationstyp|tipo de organizacao|org type|kind|organization type|type of organization|tipo|tipo de organizacion|contact subtype|\
      organizational type|type of group|tipologia",
    ),
    (
        Field::Kind,
        7,
        "category|clasificacion|classification|org category|organization category|industry|account type|account record type|record type|tipo de entidad|actividad tipo|tipo de actividad|activity type|categoria|sector|categorie|rubrique|setor|secteur|branche",
    ),
    (
        Field::Scope,
        9,
        "scope|level|national state local|national or state|alcance|ambito|nivel",
    ),
    (
        Field::Membership,
        9,
        "membership|membership status|member status|coalition status|member or ally|membresia|tipo de membresia|mitgliedschaft|adhesion a la coalicion",
    ),
    (
        Field::Tag,
        9,
        "tags|tag|tag list|etiquetas|etiqueta|labels|categories|categorias|kategorien|can user tags|mots cles|issue areas|issue area|issues|groups tags",
    ),
    (
        Field::Tag,
        7,
        "section|section tags|subcategory|sub category|subcategoria|sub categoria|sous categorie|unterkategorie|topic|topics|theme|themes|tema|temas|keyword",
    ),
    (
        Field::Note,
        5,
        "motivation|motivation text|motivacion|why|why are you signing|fines|objetivo|objetivos|objeto social|objeto|objet|objet social|zweck|finalidad|finalidades|purpose|goals|aims|activities|actividades|quote|quotes|cita|testimonial|citation|summary|mission|mission statement|mision|resumen|resume de l activite|resumo|zusammenfassung",
    ),
    (
        Field::SignsAs,
        9,
        "contact type|organization or individual|individual or organization|signing as|organizacion o individuo|persona u organizacion|org or individual",
    ),
    (
        Field::Note,
        9,
        "descrizione|desc breve|descripcion breve|short description|brief description|resumen breve|beschreibung|descricao|notizen|anmerkung|anmerkungen|bemerkung|bemerkungen|kommentar|remarques|commentaire|commentaires|anotacoes|observacoes|comentario s|note|notes|comment|comments|remarks|message|additional comments|nota|notas|comentario|comentarios|observaciones|mensaje|notes and comments|feedback|description|descripcion|desc|descr|\
      perfil|profile|about|about us|about the organization|presentacion|apresentacao|presentation|background|details|detalles|detalhes|more information|additional information|\
      informacion adicional|informations complementaires|otra informacion",
    ),
    (
        Field::Organization,
        2,
        "name|nombre|nom|nome|navn|namn|naam|names|organization or individual name|list|who|quien|quienes|qui|wer|chi|quem",
    ),
    // Sorts of bodies, and sides: names of them, where no better column is there and the cells look like names.
    (
        Field::Organization,
        1,
        "club|clubs|pena|penas|pfarrei|pfarreien|kirchengemeinde|cooperative|cooperativa|cofradia|hermandad|federation|federacion|\
         synagogue|mosque|library|biblioteca|clinic|pantry|food bank|lodge|troop|league|liga|sociedad|\
         local|locals|host|hosts|co host|co hosts|cohost|partner|partners|coalition partner|sponsor|sponsors|grantee|grantees|grantee name|affiliate|affiliates|affiliate name|chapter|chapters|parish|tribe|tribal nation|\
      faith community|workplace|local union|ong|ongs|fundacion|dependencia|centro de trabajo|institucion educativa|collectif|syndicat|raison sociale|initiative|\
      gruppe|vereinsname|einrichtung|bundnis|trager|coletivo|razao social|movimento|capitulo|filial|parroquia|member|miembro|miembros|membre|\
      membres|mitglied|mitglieder|socio|socios|membro|membros",
    ),
    // The two names that VAN has for bodies.
    (Field::Organization, 5, "common name"),
    (Field::Organization, 4, "official name"),
    (
        Field::Alias,
        8,
        "trading name|trading as|nome fantasia|nombre comercial|nom commercial|nom usuel",
    ),
    (
        Field::FullName,
        9,
        "associated contact|associated contacts|point of contact|poc|poc name|representante legal|legal representative|ansprechperson|pessoa de contacto|vocero|vocera|anzeigename|nom a afficher|nombre para mostrar|\
      mostrar como|nome a apresentar|person signing|name of person completing this form|nombre de quien completa el formulario|referente",
    ),
    (
        Field::FullName,
        7,
        "card name|cardholder|cardholder name|name on card|customer name|buyer name|payer name|donor name|nombre del titular|nom du payeur",
    ),
    (
        Field::FirstName,
        9,
        "fname|f name|nome proprio|prenoms|nombre de contacto primer nombre",
    ),
    (
        Field::LastName,
        9,
        "lname|l name|1er apellido|primer apellido y segundo apellido",
    ),
    (
        Field::LastName,
        4,
        "apellido materno|segundo apellido|2do apellido",
    ),
    (Field::MiddleName, 9, "mid"),
    (Field::Suffix, 9, "suf"),
    (
        Field::Title,
        9,
        "office held|position held|post held|cargo que ocupa|cargo que desempena|titel|designation|posicion|qualite|rolle|funcao|arbeitstitel|occupation name|cargo na organizacao|titel in der organisation|rol o cargo",
    ),
    (Field::Title, 5, "profissao"),
    (
        Field::Email,
        9,
        "mel|nom d utilisateur|nutzername|nome de usuario|endereco de correio electronico|correo e",
    ),
    (
        Field::Phone,
        7,
        "sms|sms number|text number|cel|whatsapp|numero de whatsapp|portable|fijo|mobil tel nr|numero de movil|telefono fijo|linea fija",
    ),
    (
        Field::Street,
        9,
        "dom|dom legal|dom fiscal|domic|morada|m address|street address line|direccion completa|adresse complete|full address|direccion fisica",
    ),
    (
        Field::City,
        9,
        "municipality|municipalidad|kommune|localidade|localite|localita|localitat|concelho|m city|poblacion o ciudad",
    ),
    (
        Field::State,
        9,
        "edo|regiao|prov|comunidad autonoma|ccaa|dpto|m state|estado o departamento",
    ),
    (Field::PostalCode, 9, "post code|m zip|zip royal mail"),
    (
        Field::Place,
        9,
        "hq|where are you based|based in|donde esta ubicada|ubicada en",
    ),
    (
        Field::Website,
        4,
        "facebook page|instagram|pagina de facebook|instagram facebook",
    ),
    (Field::Website, 3, "dominio web"),
    (Field::District, 7, "precinct|ward"),
    (
        Field::Timestamp,
        8,
        "fertigstellungszeit|heure de fin|hora de conclusao|date of sign on|sign on date|date received|date of response|date of signing|fecha de adhesion|fecha de respuesta|\
      fecha de recepcion|fecha de la adhesion|date d adhesion|date de signature|datum der unterschrift|data da assinatura|data de adesao",
    ),
    (
        Field::Consent,
        9,
        "will sign|signs|signs on|signing on|sign on y n|signed y n|confirmed y n|firman|firma si no|se suma|se suman|adhiere|adhieren|adhiere si no|signe|signent|unterschreibt|\
      unterzeichnet|unterschrieben|assina|assinam|firmara|firmaran|ya firmo|firmo",
    ),
    (
        Field::Status,
        9,
        "status of sign on|outreach status|ask status|estado de la adhesion|statut|stand",
    ),
    (
        Field::Membership,
        8,
        "membership type|membership level|member y n|is member|is a member|coalition member y n|member or partner|member yes no|es miembro|miembro si no|membership names|member since or prospect",
    ),
    (
        Field::Scope,
        8,
        "alcance geografico|ambito geografico|geographic scope|geographic reach",
    ),
    (
        Field::Tag,
        8,
        "denomination|committee|committees|comite|comites|comision|comisiones|working group|working groups|grupo de trabajo|commission|ausschuss|email lists|lists|list membership|mailing lists|libelles|marcadores|focus areas|focus area|area of work|areas of work|areas de trabajo|area de trabajo|tematica|tematicas|activist codes|domaines d action|themen",
    ),
    (
        Field::Owner,
        8,
        "point person on our team|point person ours|our point person|our contact|staff lead|lead staff|responsible|assignee|assigned|relationship manager|referente interno",
    ),
    (
        Field::Note,
        8,
        "comments or questions|additional info|comentarios u observaciones|questions or comments|other comments|otros comentarios|sonstiges",
    ),
    (
        Field::PrintsAs,
        9,
        "how should we list you|how should you be listed|how to be listed|name to print|nombre a imprimir|as it should appear|como debemos listarlos",
    ),
];

/// Folded headings of columns that are known and not used, in full.
pub const ASIDE: &str = "member role|postal code suffix|asst phone|email preference|email preferences|email status|group status|posting permissions|tty tdd phone|office location|nombre del director|attendance|recruiter name|recruiter|medlemstype|medlemsnr|medlemsnummer|lidnummer|fodselsdag|fodselsdato|geboortedatum|cedula|dni|nit|mesa|nominee|endorsed|winner|codigo|code|clave|folio|referencia|reference|excerpt|logo|logos|image|images|imagen|immagine|picture|avatar|foto|icon|slug|logo url|image url|photo url|avatar url|profile url|target group|target groups|age group|blood group|id|row|no|nr|number|numero|nickname|apodo|department|departamento trabajo|gender|sex|sexo|genero|birthday|birth date|date of birth|anniversary|\
    fecha de nacimiento|maiden name|spouse|manager s name|assistant s name|assistant s phone|home fax|business fax|fax|fax number|pager|telex|isdn|radio phone|\
    im aim|im icq|im jabber|im msn|im skype|im yahoo|group membership|photo|priority|private|sensitivity|billing information|\
    mileage|hobby|language|idioma|keywords|profession|children|initials|user|directory server|subject|contact id|internal contact id|external identifier|external id|\
    birth|mailing list|do not email|do not phone|do not mail|do not sms|county|condado|organization department|organization yomi name|organization symbol|organization location|\
    organization job description|relation value|event value|custom field value|ip address|score|puntuacion|network id|user agent|latitude|longitude|email type|completed by|\
    sort as|decides|lead days|never signs|ask first|pronouns|languages|do not contact|parent id|reason|motivo|abteilung|service|departamento depto|kategorie|vertraulichkeit|prioritat|privat|sprache|geburtstag|anniversaire|geschlecht|\
    hobby interests|buro|initialen|konto|empfohlen von|jahrestag|abrechnungsinformation|reisekilometer|verzeichnisserver|internet frei gebucht|\
    member rating|optin time|confirm time|gmtoff|dstoff|timezone|cc|last changed|leid|euid|collector id|respondent id|end date|stage date|start date|\
    response type|ending|last modified time|submission ip|submission id|screen name|birth year|birth month|birth day|vanid|is deceased|modified date|\
    last modified|date added|date created|source|budget|annual budget|organization size|number of members|membership size|members number|\
    e mail typ|e mail angezeigter name|type de messagerie|nom complet de l adresse de messagerie|nombre de pantalla de correo electronico|\
    tipo de correo electronico|nome para exibicao do email|e mail display name|e mail type|employer address|timezone offset|respondent|party";
