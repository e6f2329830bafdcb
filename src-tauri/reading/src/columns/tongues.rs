//! Headings in languages that few exports have and people's own sheets do: Italian, Polish, Czech, Slovak, Hungarian, Romanian,
//! Croatian and Slovene, Finnish, Turkish, and the Baltic ones.
//!
//! A word that means one thing in two of them stands once, as what is commoner above a column.

use super::Field;

/// As [`super::vocabulary::WHOLE`].
pub const TONGUES: &[(Field, u8, &str)] = &[
    (
        Field::Organization,
        8,
        "denominazione|denominazione ente|nome ente|nome dell ente|ragione sociale|nome dell associazione|nome dell organizzazione|nazwa organizacji|organizacja|nazwa podmiotu|podmiot|stowarzyszenie|nazwa stowarzyszenia|fundacja|nazwa fundacji|instytucja|nazwa instytucji|nazwa firmy|nazev organizace|organizace|instituce|nazev instituce|spolek|nazev spolku|subjekt|nazev subjektu|nazov organizacie|organizacia|institucia|obcianske zdruzenie|zdruzenie|szervezet|szervezet neve|szervezet megnevezese|egyesulet|egyesulet neve|intezmeny|intezmeny neve|cegnev|organizatie|organizatia|denumire organizatie|denumirea organizatiei|asociatie|asociatia|institutie|institutia|organizacija|naziv organizacije|ime organizacije|udruga|naziv udruge|udruzenje|drustvo|ustanova|institucija|jarjesto|jarjeston nimi|organisaatio|organisaation nimi|yhdistys|yhdistyksen nimi|yhteiso|yritys|kurum|kurum adi|kurulus|kurulus adi|dernek|dernek adi|vakif|sirket|stichting|naam stichting|instelling|naam instelling|biedriba|asociacija|istaiga|uhing|organisatsioon|erakundea|elkartea",
    ),
    // What something is called, whatever it is.
    (
        Field::Organization,
        4,
        "nazwa|nazev|nazov|naziv|megnevezes|denumire|denumirea|pavadinimas|nosaukums|nimetus",
    ),
    (
        Field::FullName,
        9,
        "nominativo|nome e cognome|cognome e nome|cognome nome|nome cognome|persona di riferimento|contatto|legale rappresentante|rappresentante legale|firmatario|firmataria|sottoscrittore|imie i nazwisko|nazwisko i imie|imie nazwisko|osoba kontaktowa|osoba do kontaktu|przedstawiciel|sygnatariusz|jmeno a prijmeni|prijmeni a jmeno|jmeno prijmeni|prijmeni jmeno|cele jmeno|kontaktni osoba|meno a priezvisko|kontaktna osoba|nev|teljes nev|kapcsolattarto|kapcsolattarto neve|nume si prenume|nume complet|nume prenume|persoana de contact|reprezentant|reprezentant legal|ime i prezime|ime in priimek|kontakt osoba|kontaktna oseba|koko nimi|yhteyshenkilo|yhteyshenkilon nimi|ad soyad|adi soyadi|isim|yetkili|irtibat kisisi|temsilci",
    ),
    (
        Field::FirstName,
        9,
        "imie|imiona|jmeno|krestni jmeno|meno|keresztnev|utonev|prenume|ime|etunimi|eesnimi|vardas|vards|adi",
    ),
    (
        Field::LastName,
        9,
        "cognome|nazwisko|prijmeni|priezvisko|vezeteknev|csaladnev|nume de familie|prezime|priimek|sukunimi|perekonnanimi|perenimi|pavarde|uzvards|soyad|soyadi",
    ),
    (
        Field::Title,
        8,
        "ruolo|carica|incarico|qualifica|funzione|mansione|funkcja|stanowisko|rola|funkce|pozice|pracovni pozice|funkcia|pozicia|beosztas|tisztseg|functia|funkcija|polozaj|uloga|tehtava|rooli|titteli|unvan|gorev|gorevi|pozisyon",
    ),
    (
        Field::Email,
        9,
        "posta elettronica|indirizzo email|indirizzo e mail|indirizzo di posta elettronica|adres e mail|adres email|adres mailowy|poczta elektroniczna|e mailova adresa|emailova adresa|elektronicka posta|e mail cim|email cim|adresa de email|adresa email|adresa e mail|e posta|eposta|e posta adresa|adresa e poste|e naslov|e posta adresi|sahkoposti|sahkopostiosoite|e pasts",
    ),
    (Field::Email, 5, "pec|email pec|indirizzo pec"),
    (
        Field::Phone,
        9,
        "numero di telefono|recapito telefonico|telefono fisso|numer telefonu|nr telefonu|telefon kontaktowy|telefonni cislo|telefonne cislo|telefonszam|numar de telefon|nr telefon|broj telefona|telefonska stevilka|puhelin|puhelinnumero|puh|telefon numarasi|telefonas|talrunis",
    ),
    (
        Field::Phone,
        7,
        "cellulare|numero cellulare|numero di cellulare|telefon komorkowy|komorka|mobilni telefon|mobilny telefon|mobitel|cep telefonu|matkapuhelin",
    ),
    (
        Field::Street,
        9,
        "indirizzo|via|indirizzo completo|indirizzo sede|ulica|adres siedziby|ulica i numer|ulice|adresa|cim|utca|szekhely|strada|naslov|osoite|katuosoite|postiosoite|adresas|adrese",
    ),
    (
        Field::City,
        9,
        "miasto|miejscowosc|gmina|mesto|obec|varos|telepules|oras|orasul|localitate|localitatea|grad|mjesto|opcina|obcina|kunta|kaupunki|paikkakunta|kotipaikka|kotikunta|sehir|linn|miestas|pilseta",
    ),
    // "Kraj" is a region in Czech and a country in Polish: a country's name below it is known as one.
    (
        Field::State,
        6,
        "wojewodztwo|kraj|megye|judet|judetul|zupanija|maakunta|regija|maakond|sigla provincia",
    ),
    (
        Field::PostalCode,
        9,
        "cap|codice postale|kod pocztowy|psc|iranyitoszam|cod postal|postanski broj|postna stevilka|postinumero|posta kodu|sihtnumber|pasto kodas",
    ),
    (Field::PostalCode, 6, "pc"),
    (
        Field::Country,
        8,
        "nazione|paese|panstwo|zeme|orszag|tara|drzava|zemlja|ulke|salis|riik|valsts",
    ),
    (
        Field::Website,
        9,
        "strona internetowa|strona www|www|adres www|adres strony|witryna|webove stranky|internetove stranky|www stranky|webova stranka|honlap|weboldal|web stranica|spletna stran|mrezna stranica|kotisivu|kotisivut|verkkosivut|verkkosivu|www sivut|web sitesi|internet sitesi|koduleht|svetaine",
    ),
    (
        Field::District,
        8,
        "constituency|constituency name|parliamentary constituency|electorate|riding|circonscription|circoscrizione|circunscripcion|circunscripcion electoral|circumscriptie|powiat|dzielnica|mestska cast",
    ),
    (
        Field::Note,
        7,
        "note cliente|client notes|customer notes|notas cliente|notas del cliente|annotazioni|osservazioni|commenti|attivita|finalita|uwagi|opis|komentarz|komentarze|dzialalnosc|notatki|poznamka|poznamky|popis|komentar|megjegyzes|leiras|observatii|descriere|comentarii|napomena|napomene|opombe|huomautukset|kuvaus|lisatiedot|kommentit|aciklama|notlar",
    ),
    (
        Field::Kind,
        7,
        "forma giuridica|tipo ente|rodzaj|kategoria|forma prawna|druh|pravni forma|pravna forma|tipus|jogi forma|forma juridica|naturaleza juridica|natureza juridica|forme juridique|rechtsform|rechtsvorm|vrsta|kategorija|tyyppi|luokka|tur|kategori|legal form|legal status",
    ),
    (
        Field::Alias,
        8,
        "skrot|skrot nazwy|nazwa skrocona|zkratka|skratka|rovidites|rovid nev|acronim|kratica|skracenica|lyhenne|kisaltma",
    ),
    (
        Field::Timestamp,
        9,
        "informazioni cronologiche|data e ora|data di invio|sygnatura czasowa|data zgloszenia|casova znacka|casove razitko|casova peciatka|idobelyeg|marcaj de timp|marcaj temporal|tijdstempel|tidsstempel|tidstampel|tidsmerke|aikaleima|zaman damgasi|vremenska oznaka|marca de temps",
    ),
    (
        Field::Note,
        6,
        "info|infos|information|other info|other information|more info|further information|otra info|otros datos|autre info|autres infos|autres informations|autre information|infos complementaires|weitere infos|weitere informationen|sonstige infos|sonstige angaben|altre info|altre informazioni|outras informacoes|outras infos|overige info|overige informatie|inne informacje|dalsi informace|ostatni",
    ),
];

/// As [`super::vocabulary::ASIDE`]: numbers of registers and of taxes, and who brought somebody along.
pub const ASIDE: &str = "codice fiscale|partita iva|p iva|piva|cod fiscale|regon|nip|krs|ico|dic|oib|adoszam|zvr zahl|rsin|kvk nummer|steuernummer|presentato da|segnalato da|referred by|introduced by|recommended by|presentado por|recomendado por|presente par|recommande par|empfohlen durch|fecha de constitucion|data di costituzione|data fondazione";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::headings::{Meaning, meaning};
    use names::recognize::words::fold;

    #[test]
    fn every_heading_is_written_folded_and_means_what_it_stands_under() {
        for (field, weight, ways) in TONGUES {
            for way in ways.split('|') {
                assert_eq!(fold(way), way);
                assert_eq!(
                    meaning(way),
                    Some(Meaning::Field(*field, *weight)),
                    "{way} is known twice"
                );
            }
        }
        for way in ASIDE.split('|') {
            assert_eq!(meaning(way.trim()), Some(Meaning::Aside), "{way}");
        }
    }

    #[test]
    fn headings_of_sheets_are_known_in_more_languages() {
        for (heading, field) in [
            ("JMÉNO, PŘÍJMENÍ", Field::FullName),
            ("Imię i nazwisko", Field::FullName),
            ("Nazwa organizacji", Field::Organization),
            ("INSTITUCE", Field::Organization),
            ("Denominazione", Field::Organization),
            ("Město", Field::City),
            ("Cellulare", Field::Phone),
            ("Sähköposti", Field::Email),
            ("Autre info (adresse etc.)", Field::Note),
            ("Email_alt", Field::Email),
            ("constituency_name", Field::District),
            ("Județ", Field::State),
        ] {
            assert!(
                matches!(meaning(heading), Some(Meaning::Field(found, _)) if found == field),
                "{heading}: {:?}",
                meaning(heading)
            );
        }
        assert_eq!(meaning("Presentato da"), Some(Meaning::Aside));
        assert_eq!(meaning("PresentatoDa"), Some(Meaning::Aside));
    }
}
