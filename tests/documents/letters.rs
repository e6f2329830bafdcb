//! Ten arrangements that real letters have, made by choices alone: as a Word document that LibreOffice prints, as our PDF, and as
//! HTML that Chromium prints, side by side in one picture each.

use std::path::{Path, PathBuf};

use blocks::{
    Affiliation, BlockOptions, EntryForm, Format, GroupBy, Identification, Individuals, Layout, Letter, Logo,
    NameMark, Numbering, Order, Separator, SignatoryBlock, arrange, render_letter,
};
use undersigned_core::Language;

use crate::cases::{Case, organizations, people};
use crate::office::to_pdf;
use crate::page::{self, Expected};
use crate::{Checked, browser};

const TEXT: &str = "# Keep the rivers clean\n\nDear Members of the Committee,\n\nThe rivers of our counties give water to two million \
people. We, the undersigned, ask you to keep the rules that protect them, and to hear those who live along their banks before \
anything is decided.\n\n- Hold hearings in each of the counties.\n- Publish what is measured.\n\nSincerely,";

const TEXT_ES: &str = "# Mantengan limpios los ríos\n\nEstimados miembros de la Comisión:\n\nLos ríos de nuestros condados dan agua \
a dos millones de personas. Quienes firmamos les pedimos que conserven las reglas que los protegen y que escuchen a quienes viven \
en sus orillas antes de que se decida nada.\n\n- Celebren audiencias en cada uno de los condados.\n- Publiquen lo que se mide.\n\n\
Atentamente,";

/// Invented; “y” becomes “e” before the last.
const SPANISH: [&str; 26] = [
    "Ágora de Vecinas y Vecinos",
    "Barrio Adentro, A.C.",
    "Casa de las Mujeres",
    "«El Dogo» Círculo de Lectura",
    "Comité Intercomunal por la Vivienda, la Salud, las Escuelas y los Derechos de Quienes Viven a la Orilla del Río",
    "Defensoría del Agua – Fresno",
    "Enlace Juvenil (EJ)",
    "Frente de Inquilinos",
    "Grupo Ñandú",
    "Huertos del Sur S. Coop.",
    "Iglesia de la Esperanza",
    "Jornaleros <Local 212>",
    "La Milpa",
    "Los Manzanos",
    "Mesa #7 de Lectores",
    "Nuestra {Casa} Abierta",
    "Ñuble Solidario",
    "Observatorio 100%",
    "Pensionistas $in Deuda",
    "Red de Bibliotecas",
    "Sindicato_Textil",
    "Teatro Campesino",
    "Unión de Enfermeras",
    "Vigías del Humedal",
    "Xochitl ~ Círculo",
    "¡Ya Basta! Colectivo",
];

/// Makes every letter in every form in English and in Spanish, and looks.
pub fn print(folder: &Path) -> Vec<Checked> {
    let english = print_in(&folder.join("letters"), "Keep the rivers clean", TEXT, &all("en"));
    let spanish = print_in(
        &folder.join("letters-es"),
        "Mantengan limpios los ríos",
        TEXT_ES,
        &all("es"),
    );
    english.into_iter().chain(spanish).collect()
}

fn print_in(folder: &Path, title: &str, text: &str, letters: &[Case]) -> Vec<Checked> {
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let file = |case: &Case, form: &str, ending: &str| folder.join(format!("{}-{form}.{ending}", case.name));
    let mut documents = Vec::new();
    let name = folder
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    for case in letters {
        let letter = Letter::new(title, text);
        for (format, form) in [(Format::Docx, "word"), (Format::Pdf, "pdf")] {
            let bytes = render_letter(&letter, &case.block, format).and_then(Result::ok);
            let path = file(case, form, format.extension());
            std::fs::write(&path, bytes.expect("the letter can be rendered").bytes)
                .expect("the folder can be written");
            if format == Format::Docx {
                documents.push(path);
            }
        }
        browser::to_pdf(&case.block, &file(case, "html", "html"));
    }
    to_pdf(&documents, folder);
    let mut checked = Vec::new();
    for case in letters {
        for form in ["word", "pdf", "html"] {
            let pdf = file(case, form, "pdf");
            let expected = Expected::new(case.names(), case.columns());
            checked.push((
                format!("{name} {}: {form}", case.name),
                page::look(&pdf, &expected),
            ));
        }
        side_by_side(case, folder);
    }
    checked
}

/// One picture of all pages of a letter: a row for each form.
fn side_by_side(case: &Case, folder: &Path) {
    let pages = |form: &str| {
        let mut pages: Vec<PathBuf> = std::fs::read_dir(folder)
            .expect("the folder is there")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with(&format!("{}-{form}-", case.name)) && name.ends_with(".png")
            })
            .collect();
        pages.sort();
        let images = pages
            .iter()
            .take(3)
            .map(|path| format!("<img src=\"file://{}\">", path.display()));
        format!("<td>{form}<br>{}</td>", images.collect::<String>())
    };
    let sheet = format!(
        "<meta charset=utf-8><style>body {{ margin: 8px; background: #888 }} td {{ vertical-align: top }} img {{ display: block; margin: 4px }}\
         </style><table><tr>{}{}{}</tr></table>",
        pages("word"),
        pages("pdf"),
        pages("html")
    );
    let html = folder.join(format!("{}.html", case.name));
    std::fs::write(&html, sheet).expect("the folder can be written");
    let to = folder.join(format!("{}.png", case.name));
    browser::chromium(
        &html,
        &[
            &format!("--screenshot={}", to.display()),
            "--window-size=1580,1360",
            "--hide-scrollbars",
        ],
    );
}

/// The ten letters in a language.
fn all(language: &str) -> Vec<Case> {
    let mut organizations = organizations(26);
    // What the typeface of a PDF has no letters for is another matter.
    for (one, spanish) in organizations.iter_mut().zip(SPANISH) {
        one.name = if language == "es" {
            spanish.to_owned()
        } else {
            one.name.replace("桂 ", "")
        };
    }
    let both = [organizations.clone(), people()].concat();
    let base = BlockOptions {
        language: language.to_owned(),
        ..BlockOptions::default()
    };
    let case = |name, signatories: &[_], options: BlockOptions| Case {
        name,
        block: arrange(signatories, &options, &Language::from_locale(&options.language)),
    };
    let mut abroad = organizations.clone();
    for (at, one) in abroad.iter_mut().enumerate() {
        one.country = Some(["United States", "Canada", "México"][at % 3].to_owned());
    }
    let mut linked = organizations.clone();
    for one in linked.iter_mut().step_by(2) {
        one.website = Some("https://river.example/about".to_owned());
    }
    let mut dated = both.clone();
    for (at, one) in dated.iter_mut().enumerate() {
        one.signed_at = Some(format!("2020-12-{:02}T12:00:00Z", 1 + (at * 7) % 28));
    }
    vec![
        case(
            "numbered-with-roles-by-country",
            &abroad,
            BlockOptions {
                layout: Layout::Numbered,
                group: GroupBy::Country,
                entry: EntryForm::Signer,
                ..base.clone()
            },
        ),
        case(
            "first-signers-then-each-from-one",
            &both,
            BlockOptions {
                layout: Layout::Numbered,
                numbering: Numbering::EachGroup,
                lead_heading: true,
                individuals: Individuals::Apart,
                order: Order::Surname,
                ..base.clone()
            },
        ),
        Case {
            name: "grid-of-logos",
            block: wall(organizations.clone(), &base),
        },
        case(
            "two-columns-by-state-with-counts",
            &organizations,
            BlockOptions {
                layout: Layout::Columns,
                group: GroupBy::State,
                counts: true,
                ..base.clone()
            },
        ),
        case(
            "organization-bold-signer-below",
            &organizations,
            BlockOptions {
                layout: Layout::Columns,
                entry: EntryForm::OrganizationFirst,
                entry_lines: 3,
                ..base.clone()
            },
        ),
        case(
            "for-identification-with-asterisks",
            &both,
            BlockOptions {
                individuals: Individuals::Apart,
                affiliation: Affiliation::Comma,
                identification: Identification::Footnote,
                ..base.clone()
            },
        ),
        case(
            "by-date-with-affiliation",
            &dated,
            BlockOptions {
                order: Order::Signed,
                affiliation: Affiliation::Parentheses,
                identification: Identification::Note,
                ..base.clone()
            },
        ),
        case(
            "names-as-links",
            &linked,
            BlockOptions {
                layout: Layout::Bullets,
                list_columns: 2,
                links: true,
                ..base.clone()
            },
        ),
        case(
            "prose",
            &organizations,
            BlockOptions {
                layout: Layout::Prose,
                separator: Separator::Auto,
                intro: match language {
                    "es" => "Firman esta carta ",
                    _ => "This letter is signed by ",
                }
                .to_owned(),
                ..base.clone()
            },
        ),
        case(
            "consultative-status-with-a-footnote",
            &organizations,
            BlockOptions {
                layout: Layout::Columns,
                marks: vec![NameMark {
                    mark: "†".to_owned(),
                    note: match language {
                        "es" => "Con estatus consultivo ante el Consejo.",
                        _ => "In consultative status with the Council.",
                    }
                    .to_owned(),
                    names: [7, 14].map(|at: usize| organizations[at].name.clone()).to_vec(),
                }],
                ..base
            },
        ),
    ]
}

/// Logos of many shapes for all but some.
fn wall(mut organizations: Vec<blocks::Signatory>, base: &BlockOptions) -> SignatoryBlock {
    const SHAPES: [(u32, u32); 6] = [
        (600, 150),
        (300, 300),
        (200, 380),
        (480, 240),
        (640, 80),
        (320, 220),
    ];
    let mut pictures = Vec::new();
    for (at, one) in organizations.iter_mut().enumerate().filter(|(at, _)| at % 7 != 5) {
        let (width, height) = SHAPES[at % SHAPES.len()];
        let picture = image::RgbImage::from_fn(width, height, |x, y| {
            // A frame around two halves.
            let edge = x.min(y).min(width - 1 - x).min(height - 1 - y) < 8;
            let shade = u8::try_from(at * 9 % 200).unwrap_or_default();
            image::Rgb(match (edge, (x * height) > (y * width)) {
                (true, _) => [40, 40, 40],
                (false, true) => [shade, 90, 160],
                (false, false) => [240, 200, shade],
            })
        });
        let mut png = Vec::new();
        picture
            .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
            .expect("a picture can be written");
        let name = format!("{at:064}").chars().rev().collect::<String>();
        one.logo = Some(Logo {
            picture: name.clone(),
            width,
            height,
        });
        pictures.push((name, png));
    }
    let options = BlockOptions {
        layout: Layout::Logos,
        ..base.clone()
    };
    let mut block = arrange(
        &organizations,
        &options,
        &Language::from_locale(&options.language),
    );
    for (name, png) in pictures {
        block.pictures.bring(name, png);
    }
    block
}
