//! Headings of shapes that were found in public.

use super::fields_of;

#[test]
fn headings_in_the_plural_in_other_spellings_and_of_whom_the_rows_are() {
    for (csv, fields) in [
        (
            "Display Name,Website\nHarbor Advisory Council on Aging,https://a.example\nHarbor School Board,https://b.example\n\
             Elm County Health Commission,https://c.example\nMoor Valley Library Association,https://d.example\n",
            &["organization", "website"][..],
        ),
        (
            "date,speaker,institution,title,event_url\n8/19/2026,Anna Berg,Elm University,\"The expanding universe, its first minutes, and what is left of them today\",https://e.example/1\n",
            &["timestamp", "full-name", "organization", "", ""],
        ),
        (
            "Month,Clubname,City,desc\nFeb,Heart of the Harbour,Leeds,A club\nSep,Westfort,York,Another\n",
            &["", "organization", "city", "note"],
        ),
        (
            "partner_name,partner_type,story_title,story_date\nElm Power,managing,A story of elms,2024-05-21\nPort Energy,managing,Ports at night,2024-05-22\n",
            &["organization", "kind", "", ""][..],
        ),
        (
            "Name,Entity Type,Sector,Housing support\nElm League,Nonprofit,Education,Yes\nPort Fund,Charity,Health,No\nMoor Trust,Charity,Health,No\n",
            &["organization", "kind", "tag", ""],
        ),
        (
            "land,city,name,Tag\nHessen,Wiesbaden,Hochschule am Rhein,Yes\nSachsen,Halle,Kunsthochschule Burg,No\nDeutschland,Berlin,Verein Licht,No\n\
             Bayern,Hof,Stiftung Nord,No\nBayern,Fürth,Bund Süd,Yes\n",
            &["state", "city", "organization", ""],
        ),
        (
            "Name,Position,Group\nAnna Berg,Principal,Upper hall\nPaul Lund,Teacher,Lower hall\nJulia Fox,Teacher,Lower hall\nPeter Stone,Teacher,Lower hall\n\
             Ed Moor,Teacher,Lower hall\nMaria Ash,Clerk,Upper hall\n",
            &["full-name", "title", "tag"],
        ),
        (
            "name,office,tel\nAnna Berg,President,608 555 0143\nPaul Lund,Vice President,608 555 0144\nJulia Fox,Treasurer,608 555 0145\n",
            &["full-name", "title", "phone"],
        ),
        (
            "CLAVE,ETAPA,ENTIDAD SOCIA,NOTAS\nCOL1,Inicio,Ministerio del Interior,\nCOL2,Cierre,Agencia de la Costa,\nCOL3,Cierre,Red de los Andes,\n",
            &["", "", "organization", "note"],
        ),
        (
            "Nom,Catégorie,Sous-Catégorie,Perfil\nLES AMIS DU MARAIS,Alimentation,Jardins,Un jardin\nGRAIN DE SEL,Alimentation,Jardins,\n\
             ATELIER DES QUAIS,Culture,Arts,\n",
            &["organization", "kind", "tag", "note"][..],
        ),
        (
            "Chapter name,Locations,Organisation type,PresidentName,PresidentCell\nElm Chapter,\"Viroqua, WI\",Charity,Anna Berg,608 555 0143\n",
            &["organization", "place", "kind", "full-name", "phone"],
        ),
        (
            "Parent/Guardian Name,Parent Email,Student Name\nAnna Berg,anna@post.example,Paul Berg\n",
            &["full-name", "email", ""],
        ),
        (
            "name,roles,organizations,excerpt\nAnna Berg,Founder,Elm League,Anna founded it\nPaul Lund,Chair,Port Workers,Paul chairs it\n",
            &["full-name", "title", "organization", ""],
        ),
        (
            "comune,chi,contatti\nTorino,Circolo Arci Vela,\nRoma,Croce Verde,\nBari,Libreria Lume,\n",
            &["city", "organization", ""],
        ),
    ] {
        assert_eq!(fields_of(csv).0, fields, "{csv}");
    }
}
