//! Whether the look at a page notices what it is there for: documents with a fault each, of which every one has to be told.

use std::path::Path;

use blocks::{BlockOptions, Format, Layout, RenderNotice, arrange, render_noting};
use undersigned_core::Language;

use crate::cases::{Case, organizations};
use crate::page::{self, Expected};
use crate::{Checked, browser};

/// Looks at a good document, then at what is wrong with it in one way each.
pub fn noticed(folder: &Path) -> Vec<Checked> {
    let folder = folder.join("faults");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let options = BlockOptions {
        layout: Layout::Columns,
        ..BlockOptions::default()
    };
    let case = Case {
        name: "good",
        block: arrange(&organizations(26), &options, &Language::English),
    };
    let pdf = folder.join("good.pdf");
    let rendered = render_noting(&case.block, Format::Pdf).expect("a block is a PDF");
    std::fs::write(&pdf, rendered.bytes).expect("the folder can be written");
    let names = own_names(&case, &rendered.notices);
    let look = |change: &dyn Fn(&mut Expected)| {
        let mut expected = Expected {
            names: names.clone(),
            columns: 2,
            unknown: Vec::new(),
        };
        change(&mut expected);
        page::check(&pdf, &expected)
    };
    let printed = |name: &str, source: &str, names: &[&str]| {
        let page = folder.join(format!("{name}.html"));
        browser::print_source(source, &page);
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        page::check(&page.with_extension("pdf"), &Expected::new(names, 1))
    };
    let faults = [
        (
            "a name is missing",
            look(&|good| good.names.insert(3, "Aspen Alliance".into())),
        ),
        (
            "a name is cut",
            look(&|good| good.names[5].push_str(" and Friends")),
        ),
        (
            "a name is in another’s place",
            look(&|good| good.names.swap(4, 5)),
        ),
        (
            "a name stands at the end",
            look(&|good| {
                let name = good.names.remove(2);
                good.names.push(name);
            }),
        ),
        (
            "a name stands once instead of twice",
            look(&|good| good.names.push(good.names[7].clone())),
        ),
        ("a column is missing", look(&|good| good.columns = 3)),
        ("columns are one", look(&|good| good.columns = 1)),
        (
            "a letter is a box and nobody is told",
            look(&|good| good.names = case.names()),
        ),
        (
            "a page stays half empty",
            printed(
                "empty",
                "<p>Ash</p><p style=\"break-before:page\">Birch</p><p style=\"margin-top:6in\">Cedar</p>",
                &["Ash", "Birch", "Cedar"],
            ),
        ),
        ("a name runs over the edge", over_the_edge(&folder)),
        (
            "the end of a name is hidden",
            printed(
                "hidden",
                "<p style=\"height:1.3em;width:9em;overflow:hidden\">Ash Neighbors and Friends of the Old Mill</p>",
                &["Ash Neighbors and Friends of the Old Mill"],
            ),
        ),
    ];
    let mut checked = vec![("a document without a fault".to_owned(), look(&|_| ()))];
    for (fault, outcome) in faults {
        let outcome = match outcome {
            Ok(()) => Err("it goes unnoticed".to_owned()),
            Err(reason) => {
                println!("  noticed  {fault}: {reason}");
                Ok(())
            }
        };
        checked.push((format!("fault noticed: {fault}"), outcome));
    }
    checked
}

/// A page whose only name begins where no room is left for it. A browser would make the page smaller.
fn over_the_edge(folder: &Path) -> Result<(), String> {
    const NAME: &str = "Neighborhoods";
    let text = format!("BT /F 11 Tf 580 700 Td ({NAME}) Tj ET");
    let source = format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
         4 0 obj<</Length {}>>stream\n{text}\nendstream endobj\n\
         5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        text.len()
    );
    let pdf = folder.join("edge.pdf");
    std::fs::write(&pdf, source).expect("the folder can be written");
    page::check(&pdf, &Expected::new(vec![NAME.to_owned()], 1))
}

/// The entries of a case as they have to stand in our own PDF: letters of which we were told stand as boxes.
pub fn own_names(case: &Case, notices: &[RenderNotice]) -> Vec<String> {
    let told: Vec<&String> = notices
        .iter()
        .filter_map(|notice| match notice {
            RenderNotice::Boxes(texts) => Some(texts),
            RenderNotice::LogosAsNames => None,
        })
        .flatten()
        .collect();
    let is_told = |name: &String| told.iter().any(|text| name.contains(text.as_str()));
    let boxed = |name: String| {
        if is_told(&name) {
            let is_ideograph = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c);
            name.chars()
                .map(|c| if is_ideograph(c) { '□' } else { c })
                .collect()
        } else {
            name
        }
    };
    case.names().into_iter().map(boxed).collect()
}
