//! What a row of a table says.

#![allow(clippy::unwrap_used)]

use super::*;
use reading::columns::guess;
use reading::csv::read_text;

fn records(csv: &str) -> Vec<Record> {
    let table = read_text(csv, Some(',')).unwrap().table;
    let reader = Reader::new(&table, &guess(&table), chrono_tz::America::Chicago);
    table.records().map(|row| reader.read(row)).collect()
}

#[test]
fn a_form_answer_is_read_whole() {
    let read = records(
        "Timestamp,Organization,Your name,Title,Email,Will your organization sign on to the letter?\n\
         5/14/2026 9:12:44,\"Casa Luz, Inc.\",Ana Mora,Directora,ana@luz.example,\"Yes, sign us on\"\n\
         5/15/2026 10:00:00,Moor Alliance,Bo Lind,Chair,bo at moor,We will see\n",
    );
    let first = &read[0];
    assert_eq!(
        (
            first.organization.as_str(),
            first.person.as_str(),
            first.title.as_str()
        ),
        ("Casa Luz, Inc.", "Ana Mora", "Directora")
    );
    assert_eq!(first.emails, ["ana@luz.example"]);
    assert_eq!(first.answer, Answer::Status(Status::Confirmed));
    assert_eq!(first.at.as_deref(), Some("2026-05-14T14:12:44Z"));
    assert_eq!(read[1].answer, Answer::Unclear("We will see".to_owned()));
    assert!(read[1].emails.is_empty() && read[1].losses.len() == 1);
}

#[test]
fn names_are_put_together_from_their_parts() {
    let read = records(
        "Prefix,First name,Middle name,Last name,Suffix,Company\nMs.,Ana,M.,Mora,Jr.,Luz\nRev.,Bo,,Lind,PhD,Moor\n",
    );
    assert_eq!(read[0].person, "Ana M. Mora Jr.");
    assert_eq!(read[1].person, "Rev. Bo Lind, PhD");
}

#[test]
fn two_given_names_before_one_surname_are_two_people() {
    let read =
        records("First name,Last name,Email\nKarita & Kelvin,Lind,kelvin@lind.example\nMary Ann,Vane,\n");
    assert_eq!(read[0].person, "Karita Lind");
    let others: Vec<&str> = read[0].others.iter().map(|other| other.person.as_str()).collect();
    assert_eq!(others, ["Kelvin Lind"]);
    assert_eq!(read[0].others[0].emails, ["kelvin@lind.example"]);
    assert_eq!(
        (read[1].person.as_str(), read[1].others.len()),
        ("Mary Ann Vane", 0)
    );
}

#[test]
fn the_name_before_an_address_is_whose_it_is_where_no_other_stands() {
    let read = records(
        "Organization,Email\nMoor Trust,Iris Vane <iris@moor.example>\nCasa Luz,Maria: maria@luz.example\n\
         Elm Fund,Elm Fund <office@elm.example>\nAsh Guild,Front Desk <desk@ash.example>\n",
    );
    let people: Vec<&str> = read.iter().map(|record| record.person.as_str()).collect();
    assert_eq!(people, ["Iris Vane", "Maria", "", ""]);
    assert!(read.iter().all(|record| record.emails.len() == 1));
}

#[test]
fn places_and_words_are_read() {
    let read = records(
        "Organization,City and State,Scope,Type,Status\nLuz,\"Viroqua, Wisconsin\",Statewide,Labor union,Firmada\n\
         Moor,Leeds,somewhere,,\n",
    );
    assert_eq!((read[0].city.as_str(), read[0].state.as_str()), ("Viroqua", "WI"));
    assert_eq!(
        (read[0].scope, read[0].kind),
        (Some(Scope::State), Some(OrganizationKind::Labor))
    );
    assert_eq!(read[0].answer, Answer::Status(Status::Confirmed));
    assert_eq!((read[1].answer.clone(), read[1].losses.len()), (Answer::None, 1));
}

#[test]
fn several_addresses_in_a_cell_are_several() {
    let read = records(
        "Organization,Name,Email,Phone\nLuz,Ana Mora,\"a@luz.example; Ana <b@luz.example>\",608-555-0143\n",
    );
    assert_eq!(read[0].emails, ["a@luz.example", "b@luz.example"]);
    assert_eq!(read[0].phones, ["608-555-0143"]);
}

#[test]
fn further_people_of_a_row_are_kept_with_a_name_or_an_address_alone() {
    let read = records(
        "Organization,Contact 1 Name,Contact 1 Email,Contact 2 Name,Contact 2 Email\n\
         Luz,Ana Mora,ana@luz.example,Bo Lind,\nMoor,Cy Dahl,cy@moor.example,,office@moor.example\n\
         Elm,Di Ortiz,di@elm.example,,\nFern,Ed Park,ed@fern.example,Ed Park,park@fern.example\n\
         Grove,,,Fay Reed,fay@grove.example\n",
    );
    let others = |at: usize| -> Vec<(&str, Vec<&str>)> {
        let found = read[at].others.iter();
        found
            .map(|other| {
                let emails = other.emails.iter().map(String::as_str).collect();
                (other.person.as_str(), emails)
            })
            .collect()
    };
    assert_eq!(others(0), [("Bo Lind", vec![])]);
    assert_eq!(others(1), [("", vec!["office@moor.example"])]);
    assert!(others(2).is_empty() && others(3).is_empty() && others(4).is_empty());
    assert_eq!(read[3].emails, ["ed@fern.example", "park@fern.example"]);
    assert_eq!((read[4].person.as_str(), read[4].emails.len()), ("Fay Reed", 1));
}

#[test]
fn a_name_as_it_is_sorted_beside_its_parts_is_the_name_in_its_order() {
    let read = records(
        "Name,First name,Last name,Organization\n\"Mora, Ana\",Ana,Mora,Luz\n\"Lind, Bo\",Bo,Lind,Moor\n\
         Cy Dahl,Cyrus,Dahl,Elm\n",
    );
    let names: Vec<&str> = read.iter().map(|record| record.person.as_str()).collect();
    assert_eq!(names, ["Ana Mora", "Bo Lind", "Cy Dahl"]);
}

#[test]
fn two_lines_of_a_cell_are_two_people_only_where_both_are_names_of_people() {
    let read = records(
        "Organization,Name,Email\nLuz,\"Ana Mora\nBo Lind\",a@luz.example\nMoor,\"Cy Dahl\nHousing Network\",c@moor.example\n",
    );
    assert_eq!((read[0].person.as_str(), read[0].others.len()), ("Ana Mora", 1));
    assert!(read[1].others.is_empty(), "{:?}", read[1]);
}

#[test]
fn what_parts_numbers_and_addresses_parts_them_only_where_each_is_one() {
    let read = records(
        "Organization,Name,Email,Phone\nLuz,Ana Mora,a@luz.example b@luz.example,5550143/5550144\n\
         Moor,Bo Lind,b@moor.example (home),555-0143 / 12\n",
    );
    assert_eq!(read[0].emails, ["a@luz.example", "b@luz.example"]);
    assert_eq!(read[0].phones, ["5550143", "5550144"]);
    assert_eq!(read[1].phones.len(), 1, "{:?}", read[1].phones);
    assert!(read[1].emails.len() < 2, "{:?}", read[1].emails);
}

#[test]
fn a_surname_before_a_comma_is_told_by_a_given_name_behind_it_or_by_the_address() {
    let read = records(
        "Organization,Contact,Email\nElm Church,\"Finch, Anna\",office@elm.example\nPort Union,\"Moor, Tyr\",tyr@port.example\n\
         Casa Luz,\"Ana, Luz\",info@casa.example\nMoor Trust,Iris Vane,iris@moor.example\nAsh Guild,\"Al Fox, Jr.\",al@ash.example\n",
    );
    let names: Vec<&str> = read.iter().map(|record| record.person.as_str()).collect();
    assert_eq!(
        names,
        ["Anna Finch", "Tyr Moor", "Luz Ana", "Iris Vane", "Al Fox, Jr."]
    );
    let asked: Vec<bool> = read.iter().map(|record| record.question.is_some()).collect();
    assert_eq!(asked, [false, false, true, false, false]);
}

#[test]
fn a_surname_before_a_comma_that_nothing_else_tells_is_asked_and_two_people_are_not() {
    let read = records(
        "Organization,Contact,Second contact\nMoor Trust,\"Vane, Irix\",Cy Bay\nPort Union,Paul Keogh,\"Fenn, Elx\"\n\
         Elm Church,\"Julia Fox, Peter Stone\",\nCasa Luz,\"Mora, Director\",\nAsh Guild,Bo Lind,\n",
    );
    let asked: Vec<Option<&str>> = read
        .iter()
        .map(|record| record.question.as_ref().map(Message::id))
        .collect();
    assert_eq!(
        asked,
        [
            Some("import-asked-surname"),
            Some("import-asked-surname"),
            None,
            None,
            None
        ]
    );
    assert_eq!(
        (read[0].person.as_str(), read[1].others[0].person.as_str()),
        ("Irix Vane", "Elx Fenn")
    );
    assert_eq!(read[3].person, "Mora, Director");
}

#[test]
fn several_states_are_no_state_and_what_else_stands_there_is_told() {
    let read = records(
        "Organization,State(s),City\nCasa Luz,\"AZ, CA\",\nMoor Trust,Iowa and Ohio,\nElm Church,\"Washington, DC\",\n\
         Port Union,National,\nAsh Guild,\"Madison, WI\",\nBirch Fund,\"Oaxaca, México\",\nLuz,WI,Leeds\n",
    );
    let states: Vec<&str> = read.iter().map(|record| record.state.as_str()).collect();
    assert_eq!(states, ["", "", "DC", "", "WI", "Oaxaca", "WI"]);
    assert_eq!(read[0].note, "AZ, CA");
    assert!(read[1].note.contains("Iowa and Ohio"));
    assert_eq!(
        (read[2].city.as_str(), read[4].city.as_str()),
        ("Washington", "Madison")
    );
    assert_eq!(read[3].scope, Some(Scope::National));
    assert_eq!(read[5].country, "México");
    let told: Vec<usize> = read.iter().map(|record| record.losses.len()).collect();
    assert_eq!(told, [1, 1, 0, 0, 0, 0, 0]);
}

#[test]
fn what_stands_above_a_name_is_its_office() {
    let read = records(
        "Organization,Executive Director,ED Email,Board Chair,Chair Email\n\
         Moor Trust,Iris Vane,iris@moor.example,Bo Lind,bo@moor.example\nCasa Luz,Luz Ortega,luz@casa.example,,\n",
    );
    assert_eq!(
        (read[0].person.as_str(), read[0].title.as_str()),
        ("Iris Vane", "Executive Director")
    );
    assert_eq!(read[0].emails, ["iris@moor.example"]);
    let other = &read[0].others[0];
    assert_eq!(
        (other.person.as_str(), other.title.as_str()),
        ("Bo Lind", "Board Chair")
    );
    assert_eq!(other.emails, ["bo@moor.example"]);
    assert!(read[1].others.is_empty());
}

#[test]
fn a_row_of_a_person_among_organizations_is_theirs() {
    let read = records(
        "Type,Name,Email\nOrganization,Moor Trust,office@moor.example\nIndividual,Iris Vane,iris@moor.example\nIndividual,Bo Lind,bo@lind.example\n",
    );
    assert_eq!(
        (read[0].organization.as_str(), read[0].alone),
        ("Moor Trust", false)
    );
    assert_eq!(
        (
            read[1].organization.as_str(),
            read[1].person.as_str(),
            read[1].alone
        ),
        ("", "Iris Vane", true)
    );
}

#[test]
fn numbers_that_a_program_took_for_sums_and_handles_of_networks_are_read_as_meant() {
    let read = records(
        "Organization,Phone,Zip,Twitter,Website\nMoor Trust,6085550143.0,53703.0,@moortrust,https://moor.example\nCasa Luz,9285550188.0,85364.0,@casaluz,\n",
    );
    assert_eq!(read[0].phones, ["6085550143"]);
    assert_eq!(read[0].website, "https://moor.example");
    assert!(
        read[0].note.lines().any(|line| line == "53703")
            && read[0].note.lines().any(|line| line == "@moortrust")
    );
    assert_eq!((read[1].website.as_str(), read[1].losses.len()), ("", 0));
}

#[test]
fn no_is_no_word_to_group_by_and_who_is_active_is_a_member() {
    let read = records("Organization,Membership status\nMoor Trust,No\nCasa Luz,Active\nElm Church,Lapsed\n");
    assert!(read[0].tags.is_empty() && read[0].membership.is_none());
    assert_eq!(read[1].membership, Some(Membership::Member));
    assert_eq!(read[2].membership, Some(Membership::Former));
}

#[test]
fn letters_behind_a_name_are_a_degree_and_no_given_name() {
    let read = records(
        "Person Name,Email\n\"Floyd E Miller, M.Ed.\",f@post.example\n\"Terry Banez, IOM\",t@post.example\n\"Simone Reed, B.S.M.I.S.\",s@post.example\n\
         \"Vane, Iris\",iris.vane@post.example\n",
    );
    let people: Vec<&str> = read.iter().map(|record| record.person.as_str()).collect();
    assert_eq!(
        people,
        [
            "Floyd E Miller, M.Ed.",
            "Terry Banez, IOM",
            "Simone Reed, B.S.M.I.S.",
            "Iris Vane"
        ]
    );
    assert!(read.iter().all(|record| record.question.is_none()));
}

#[test]
fn a_desk_is_nobody_and_stands_in_the_note() {
    let read = records(
        "Organization,Contact,Email\nCasa Luz,Comité de enlace,enlace@luz.example\nElm Clinic,Front desk,\nMoor Trust,Iris Vane,\n",
    );
    let told: Vec<(&str, &str, usize)> = read
        .iter()
        .map(|record| (record.person.as_str(), record.note.as_str(), record.losses.len()))
        .collect();
    assert_eq!(
        told,
        [
            ("", "Comité de enlace", 1),
            ("", "Front desk", 1),
            ("Iris Vane", "", 0)
        ]
    );
}

#[test]
fn small_words_that_lists_sort_behind_a_surname_stand_before_it() {
    let read = records(
        "Voornaam,Naam,Plaats,Telefoon,E-mail\n\
         Bert,\"Brink, ten\",Leeds,035-5550134.  06-55501340,bert@luz.example. chair@luz.example\n\
         Arthur,Heijden van der,York,06 55501341  035 5550136,a@moor.example\n\
         Paul,Ruig de,Hull,035 555 0137,p@elm.example\n\
         Ana,Mora,Hull,,ana@elm.example\n\
         Bo,Lind,Hull,,bo@elm.example\n\
         Cy,Dorn,York,,cy@elm.example\n\
         Dee,Falk,York,,dee@elm.example\n\
         Eli,Gray,York,,eli@elm.example\n\
         Fay,Holm,York,,fay@elm.example\n\
         Gil,Ives,York,,gil@elm.example\n",
    );
    let names: Vec<&str> = read.iter().map(|record| record.person.as_str()).collect();
    assert_eq!(
        names[..4],
        [
            "Bert ten Brink",
            "Arthur van der Heijden",
            "Paul de Ruig",
            "Ana Mora"
        ]
    );
    assert_eq!(read[0].phones, ["035-5550134", "06-55501340"]);
    assert_eq!(read[1].phones, ["06 55501341", "035 5550136"]);
    assert_eq!(read[2].phones, ["035 555 0137"]);
    assert_eq!(read[0].emails, ["bert@luz.example", "chair@luz.example"]);
}

#[test]
fn two_whole_names_between_commas_are_two_people_where_given_names_stand_first() {
    let read = records(
        "name,city,person\n\
         Elm University,Leeds,Maria Schmitz\n\
         Moor University,York,Peter Lind\n\
         Stone College,Hull,\"Kelwin Adelmoor, Stephan Weilstone\"\n\
         Ash College,Hull,Anna Falk\n\
         Luz Institute,Hull,\"García López, Ana María\"\n\
         Port Institute,Hull,\"Prof. Dr. Kest, Andreas\"\n\
         Birch College,Hull,\"Prof. Dr. Moyer, Klaus, Dr. Jonas Stonehill\"\n\
         Oak College,Hull,Thomas Gray\n\
         Fir College,Hull,Julia Dorn\n",
    );
    let people = |record: &Record| -> Vec<String> {
        let others = record.others.iter().map(|other| other.person.clone());
        std::iter::once(record.person.clone()).chain(others).collect()
    };
    assert_eq!(people(&read[2]), ["Kelwin Adelmoor", "Stephan Weilstone"]);
    assert_eq!(people(&read[4]), ["Ana María García López"]);
    assert_eq!(people(&read[5]), ["Prof. Dr. Andreas Kest"]);
    assert_eq!(people(&read[6]), ["Prof. Dr. Klaus Moyer", "Dr. Jonas Stonehill"]);
}

#[test]
fn commas_in_parentheses_and_in_numbers_part_no_tags() {
    let read = records(
        "Organization,Themes\n\
         Casa Luz,\"Housing (affordable, shared), food bank: 312,403 lbs, and art\"\n\
         Moor League,\"Translation (Somali, Arabic\"\n",
    );
    assert_eq!(
        read[0].tags,
        ["Housing (affordable, shared)", "food bank: 312,403 lbs", "art"]
    );
    assert_eq!(read[1].tags, ["Translation (Somali", "Arabic"]);
}

#[test]
fn a_country_below_states_is_one_and_the_place_of_a_single_person_is_kept() {
    let read = records(
        "Land,Stadt,Name\n\
         Hessen,Kassel,Elm Universität\n\
         Bayern,Bamberg,Moor Universität\n\
         Sachsen,Leipzig,Stone Universität\n\
         Bayern,Passau,Ash Universität\n\
         Hessen,Fulda,Luz Institut\n\
         Österreich,Wien,Port Universität\n",
    );
    let last = read.last().unwrap();
    assert_eq!((last.state.as_str(), last.country.as_str()), ("", "Österreich"));
    assert_eq!(read[0].state, "Hessen");
    let read = records(
        "Name,Role,Location,Organization\nAna Mora,Weaver,\"Viroqua, WI\",\nBo Lind,Chair,Leeds,Luz Fund\n",
    );
    assert_eq!(read[0].note, "Viroqua, WI");
    assert_eq!((read[1].note.as_str(), read[1].city.as_str()), ("", "Leeds"));
}

#[test]
fn a_desk_without_an_organization_is_asked() {
    let read = records(
        "Name,Position,Phone\nAna Mora,Chair,555 0134 77\nMaria Lind,Cook,555 0137 77\nPeter Dorn,Cook,555 0138 77\n\
         Anna Falk,Cook,555 0139 77\nThomas Gray,Cook,555 0140 77\nKüche & Hauswirtschaft,,555 0135 77\nRezeption,,555 0136 77\n",
    );
    assert!(read[0].question.is_none());
    for record in &read[5..] {
        assert_eq!(
            record.question.as_ref().map(Message::id),
            Some("import-asked-desk")
        );
    }
}

#[test]
fn breaks_of_a_page_are_lines_of_a_note() {
    let read = records(
        "Organization,Town,Other info (address etc.)\nCasa Luz,Leeds,<br/> 12 Elm Row <br>Open on Fridays\n",
    );
    assert_eq!(read[0].note, "12 Elm Row\nOpen on Fridays");
}

#[test]
fn a_whole_address_in_a_column_of_places_gives_its_town_and_is_kept() {
    let read = records(
        "Organization,Location\n\
         Elm League,\"12 Elm Row, Suite 4, Viroqua, WI 54665\"\n\
         Moor Trust,\"1845 Moor Drive, #18, California, 91977\"\n\
         Port Choir,\"San Diego, California, 92101\"\n\
         Stone Fund,\"unknown, California, unknown\"\n\
         Ash Guild,\"Calle Mayor 3, 28001 Madrid, España\"\n\
         Luz Club,\"Leeds, France\"\n",
    );
    let places: Vec<[&str; 3]> = read
        .iter()
        .map(|record| [record.city.as_str(), &record.state, &record.note])
        .collect();
    assert_eq!(
        places,
        [
            ["Viroqua", "WI", "12 Elm Row, Suite 4, Viroqua, WI 54665"],
            ["", "CA", "1845 Moor Drive, #18, California, 91977"],
            ["San Diego", "CA", "San Diego, California, 92101"],
            ["", "CA", "unknown, California, unknown"],
            ["Madrid", "", "Calle Mayor 3, 28001 Madrid, España"],
            ["Leeds", "", ""],
        ]
    );
    assert_eq!(read[4].country, "España");
    let read = records(
        "Organization,Street,Postal code\nElm League,12 Elm Row,\"Christchurch, Canterbury 8024\"\nMoor Trust,3 Moor Row,\"Nolff, 56250\"\n",
    );
    assert_eq!(
        (read[0].city.as_str(), read[0].state.as_str()),
        ("Christchurch", "Canterbury")
    );
    assert_eq!((read[1].city.as_str(), read[1].state.as_str()), ("Nolff", ""));
}

#[test]
fn a_sort_of_several_kinds_is_a_word_to_group_by() {
    let read = records(
        "Organization,Type\nElm League,Advocacy/Philanthropy & Government\nMoor Trust,Church/Faith\nPort Choir,Government (city)\nAsh Guild,Afterschool/Out-of-School Time\n",
    );
    assert_eq!(read[0].kind, None);
    assert_eq!(read[0].tags, ["Advocacy/Philanthropy & Government"]);
    assert_eq!(read[1].kind, Some(OrganizationKind::Faith));
    assert_eq!(read[2].kind, Some(OrganizationKind::Government));
    assert_eq!(read[3].kind, None);
    let read = records("Ente,Referente,Città\nElm League,SIG. Michele Mora,Moor\nPort Choir,Ana Lind,Moor\n");
    assert_eq!(read[0].person, "Michele Mora");
}
