//! What a heading promises and the cells below it contradict.
//!
//! A heading is a guess like any other: a column of "Yes" and "No" is no town, whatever stands above it, and a column of
//! numbers names no organization.

use super::content::Content;
use super::{Assignment, Field, Kind};

/// Takes out the columns whose content contradicts their heading, and gives them back: they are for nothing.
pub(super) fn veto(found: &mut Vec<Assignment>, headings: &[&str], contents: &[Content]) -> Vec<usize> {
    let mut aside = Vec::new();
    let several = |found: &[Assignment], field: Field| {
        found
            .iter()
            .filter(|assigned| assigned.field == field && assigned.weight > 4)
            .count()
            > 1
    };
    let (states, titles) = (several(found, Field::State), several(found, Field::Title));
    let reach = found.iter().any(|assigned| assigned.field == Field::Scope);
    let paid = tell_of_payments(headings);
    let people = found
        .iter()
        .any(|assigned| matches!(assigned.field, Field::FirstName | Field::LastName));
    found.retain_mut(|assigned| {
        let Some(content) = contents.get(assigned.column) else {
            return true;
        };
        let full = content.full;
        let mostly = |of: usize| full > 0 && of * 2 > full;
        // What a heading says as a whole is believed longer than what was put together of its words.
        let is_whole = assigned.weight > 8;
        let hardly = |of: usize| !is_whole && content.hardly(of);
        let of = |kinds: &[Kind]| kinds.iter().map(|kind| content.of(*kind)).sum::<usize>();
        let keep = match assigned.field {
            // Of a child, and of no chapter.
            Field::Parent if content.may_be_people() && content.likelier.0 > 0 => {
                assigned.field = Field::FullName;
                assigned.weight = 5;
                true
            }
            Field::Organization | Field::PrintsAs | Field::Parent | Field::Alias => {
                !(mostly(of(&[Kind::Number, Kind::Date, Kind::Phone, Kind::Answer]) + content.codes)
                    || mostly(content.courtesy)
                    || mostly(content.sorts))
            }
            Field::FullName | Field::FirstName | Field::LastName | Field::MiddleName => {
                !mostly(of(&[Kind::Number, Kind::Date, Kind::Answer, Kind::Website]) + content.codes)
            }
            Field::Title if assigned.weight <= 3 => mostly(content.offices),
            // The title of a talk is no office.
            Field::Title => {
                !mostly(of(&[Kind::Number, Kind::Date, Kind::Email, Kind::Website])) && !mostly(content.long)
            }
            Field::PostalCode => !hardly(content.digits),
            Field::City | Field::State | Field::Country | Field::Place | Field::Street => {
                let number = assigned.field != Field::Street && mostly(of(&[Kind::Number]));
                !(number
                    || mostly(content.nothing_or_answers)
                    || mostly(of(&[Kind::Date, Kind::Email, Kind::Website])))
            }
            Field::Phone => {
                !(mostly(content.machines)
                    || mostly(of(&[Kind::Answer, Kind::Date, Kind::Email]))
                    || hardly(content.numbered))
            }
            // Where cells of a sheet slipped a column, numbers stand among the addresses: they go to the note.
            Field::Email => {
                let slipped = content.at * 4 >= full && full > 0;
                !(mostly(of(&[Kind::Answer, Kind::Date, Kind::Phone, Kind::Number])) && !slipped
                    || hardly(content.at))
            }
            Field::Website => {
                !(mostly(of(&[Kind::Answer, Kind::Number, Kind::Date]))
                    || hardly(content.dotted)
                    || content.is_one_site())
            }
            // "Signed" and "Confirmed" above days are when it was, where every row has one: an empty cell is no yes.
            Field::Consent if mostly(content.of(Kind::Date)) && full == content.rows => {
                assigned.field = Field::Timestamp;
                assigned.weight = 5;
                true
            }
            // "RESPUESTA" above the days on which they wrote back.
            Field::Consent
                if mostly(content.of(Kind::Date))
                    && content.answers + content.statuses == 0
                    && headings.get(assigned.column).is_some_and(|heading| {
                        matches!(
                            super::plain(heading).as_str(),
                            "response" | "respuesta" | "antwort" | "reponse" | "resposta"
                        )
                    }) =>
            {
                false
            }
            // Whoever's answers are passed over would be taken for a yes: only names and sorts of signers are certainly none.
            Field::Consent => {
                content.answers + content.statuses + content.statements > 0
                    || !(content.are_names() || content.are_signers())
            }
            Field::Timestamp => {
                full == 0 || mostly(content.of(Kind::Date)) || content.of(Kind::Date) * 4 >= full
            }
            // What sorts rows does so in words of its own.
            Field::Kind if content.are_signers() => {
                assigned.field = Field::SignsAs;
                true
            }
            // "Local", "National" and "Global" are no kinds of a body.
            Field::Kind
                if !reach && full > 2 && content.reaches * 10 >= full * 9 && content.distinct <= 6 =>
            {
                assigned.field = Field::Scope;
                true
            }
            Field::SignsAs => full == 0 || content.are_signers(),
            Field::Membership => !mostly(of(&[Kind::Number, Kind::Date, Kind::Email])),
            // "Level" above platinum, gold and silver; beside somebody's names it is how far they have come.
            Field::Scope if full > 5 && content.reaches * 3 < full => {
                assigned.field = Field::Tag;
                !people
                    && content.distinct * 2 <= full
                    && !mostly(of(&[Kind::Number, Kind::Date, Kind::Email, Kind::Website]))
                    && !mostly(content.nothing_or_answers)
            }
            Field::Note if assigned.weight < 9 && mostly(of(&[Kind::Number])) => false,
            // What sort of payment it is, and whether it went through.
            Field::Kind | Field::Status if paid => false,
            Field::Kind | Field::Scope => {
                !mostly(of(&[Kind::Number, Kind::Date, Kind::Email])) && !mostly(content.nothing_or_answers)
            }
            // "STATUS" above codes of an office says nothing of who signs.
            Field::Status => !mostly(content.of(Kind::Number)),
            // Whole sentences group nobody: "Topic" above what somebody wrote.
            Field::Tag if mostly(content.sentences) && content.distinct * 4 > full * 3 => {
                (assigned.field, assigned.weight) = (Field::Note, 3);
                true
            }
            // A box that is ticked is no word to group by.
            Field::Tag => !mostly(content.nothing_or_answers) && !mostly(of(&[Kind::Number])),
            _ => true,
        };
        // "Departamento" beside "Puesto" or another state is a part of a company.
        let part = assigned.field == Field::State
            && headings
                .get(assigned.column)
                .is_some_and(|heading| super::plain(heading) == "departamento")
            && (states || titles || mostly(content.of(Kind::Empty)) || full == 0);
        if !keep || part {
            aside.push(assigned.column);
        }
        keep && !part
    });
    aside
}

/// Whether the headings are those of payments: what was paid, in which currency, less which fee.
fn tell_of_payments(headings: &[&str]) -> bool {
    let told = headings.iter().filter(|heading| {
        let plain = super::plain(heading);
        let last = plain.split(' ').any(|word| {
            [
                "gross",
                "fee",
                "fees",
                "net",
                "currency",
                "amount",
                "price",
                "total",
                "paid",
                "payment",
                "transaction",
                "order",
                "card",
                "moneda",
                "importe",
                "monto",
                "precio",
                "pago",
                "comision",
                "montant",
                "devise",
                "tarif",
                "prix",
                "commande",
                "paiement",
                "betrag",
                "wahrung",
                "preis",
                "zahlung",
                "valor",
                "moeda",
                "preco",
                "pedido",
                "pagamento",
            ]
            .contains(&word)
        });
        last && plain.split(' ').count() <= 4
    });
    told.count() > 1
}
