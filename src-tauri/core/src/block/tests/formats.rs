//! What each format looks like, as snapshots: one letter with everything that needs care, in every layout.

use super::*;

/// Names that every format has to escape somewhere, an RTL one, a wide one, and one too long for a column.
pub(super) fn awkward() -> Vec<Signatory> {
    let mut signatories = named(&[
        "Smith & Sons <Workers>",
        "The “Elm” Project_One, Inc.",
        "1. Mai Komitee *Berlin*",
        "=SUM(A1) Society",
        "C:\\Temp {50% off} #1 ~ ^ $5",
        "عدالة",
        "東京の会",
        "Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers",
    ]);
    signatories[0].lead = true;
    signatories[0].signer = Some("Ana Rosa".into());
    signatories[0].title = Some("Director".into());
    signatories[1].late = true;
    signatories.push(person("Lee Marsh", "Dean", "Elm University"));
    signatories
}

pub(super) fn everything(layout: Layout) -> SignatoryBlock {
    let options = BlockOptions {
        layout,
        columns: 3,
        order: Order::Entered,
        late_heading: true,
        counts: true,
        entry: EntryForm::Signer,
        identification: Identification::Footnote,
        intro: "Sincerely,\nthe undersigned:".into(),
        outro: "Contact: a_b@elm.example".into(),
        ..BlockOptions::default()
    };
    arranged(&awkward(), &options)
}

#[test]
fn text_in_lines() {
    insta::assert_snapshot!(text::render(&everything(Layout::Lines)), @r"
    Sincerely,
    the undersigned:

    Ana Rosa, Director, Smith & Sons <Workers>
    Lee Marsh, Dean, Elm University*
    1. Mai Komitee *Berlin*
    =SUM(A1) Society
    C:\Temp {50% off} #1 ~ ^ $5
    عدالة
    東京の会
    Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers

    Added after delivery (1)
    The “Elm” Project_One, Inc.

    * Organization listed for identification purposes only.

    Contact: a_b@elm.example
    ");
}

#[test]
fn text_in_columns() {
    insta::assert_snapshot!(text::render(&everything(Layout::Columns)), @r"
    Sincerely,
    the undersigned:

    Ana Rosa, Director, Smith   =SUM(A1) Society           東京の会
      & Sons <Workers>          C:\Temp {50% off} #1 ~ ^   Intercommunal Riverbend
    Lee Marsh, Dean, Elm          $5                         Neighborhood Federation
      University*               عدالة                        of Tenants and Small
    1. Mai Komitee *Berlin*                                  Farmers

    Added after delivery (1)
    The “Elm” Project_One,
      Inc.

    * Organization listed for identification purposes only.

    Contact: a_b@elm.example
    ");
}

#[test]
fn text_in_bullets() {
    insta::assert_snapshot!(text::render(&everything(Layout::Bullets)), @r"
    Sincerely,
    the undersigned:

    • Ana Rosa, Director, Smith & Sons <Workers>
    • Lee Marsh, Dean, Elm University*
    • 1. Mai Komitee *Berlin*
    • =SUM(A1) Society
    • C:\Temp {50% off} #1 ~ ^ $5
    • عدالة
    • 東京の会
    • Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers

    Added after delivery (1)
    • The “Elm” Project_One, Inc.

    * Organization listed for identification purposes only.

    Contact: a_b@elm.example
    ");
}

#[test]
fn text_in_a_table() {
    insta::assert_snapshot!(text::render(&everything(Layout::Table)), @r"
    Sincerely,
    the undersigned:

    Signatory                                 Signed by   Title      Affiliation
    ---------------------------------------   ---------   --------   ---------------
    Smith & Sons <Workers>                    Ana Rosa    Director
    Lee Marsh                                             Dean       Elm University*
    1. Mai Komitee *Berlin*
    =SUM(A1) Society
    C:\Temp {50% off} #1 ~ ^ $5
    عدالة
    東京の会
    Intercommunal Riverbend Neighborhood
      Federation of Tenants and Small
      Farmers

    Added after delivery (1)
    The “Elm” Project_One, Inc.

    * Organization listed for identification purposes only.

    Contact: a_b@elm.example
    ");
}

#[test]
fn text_in_prose() {
    insta::assert_snapshot!(text::render(&everything(Layout::Prose)), @r"
    Sincerely,
    the undersigned: Ana Rosa, Director, Smith & Sons <Workers>; Lee Marsh, Dean, Elm University*; 1. Mai Komitee *Berlin*; =SUM(A1) Society; C:\Temp {50% off} #1 ~ ^ $5; عدالة; 東京の会; and Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers.

    Added after delivery (1): The “Elm” Project_One, Inc.

    Contact: a_b@elm.example

    * Organization listed for identification purposes only.
    ");
}

#[test]
fn html_in_lines() {
    insta::assert_snapshot!(html::render(&everything(Layout::Lines)), @r#"
    <meta charset="utf-8">
    <div lang="en">
    <p>Sincerely,<br>the undersigned:</p>
    <p style="margin:0">Ana Rosa, Director, Smith &amp; Sons &lt;Workers&gt;</p>
    <p style="margin:0">Lee Marsh, Dean, Elm University<sup>*</sup></p>
    <p style="margin:0">1. Mai Komitee *Berlin*</p>
    <p style="margin:0">=SUM(A1) Society</p>
    <p style="margin:0">C:\Temp {50% off} #1 ~ ^ $5</p>
    <p style="margin:0"><bdi>عدالة</bdi></p>
    <p style="margin:0">東京の会</p>
    <p style="margin:0">Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers</p>
    <h3>Added after delivery (1)</h3>
    <p style="margin:0">The “Elm” Project_One, Inc.</p>
    <p>* Organization listed for identification purposes only.</p>
    <p>Contact: a_b@elm.example</p>
    </div>
    "#);
}

#[test]
fn html_in_columns() {
    insta::assert_snapshot!(html::render(&everything(Layout::Columns)), @r#"
    <meta charset="utf-8">
    <div lang="en">
    <p>Sincerely,<br>the undersigned:</p>
    <table role="presentation" style="border:none;border-collapse:collapse;width:100%"><tbody><tr>
    <td style="border:none;padding:0 1em 0 0;vertical-align:top;width:33%">
    <p style="margin:0 0 0 1em;text-indent:-1em">Ana Rosa, Director, Smith &amp; Sons &lt;Workers&gt;</p>
    <p style="margin:0 0 0 1em;text-indent:-1em">Lee Marsh, Dean, Elm University<sup>*</sup></p>
    <p style="margin:0 0 0 1em;text-indent:-1em">1. Mai Komitee *Berlin*</p>
    </td>
    <td style="border:none;padding:0 1em 0 0;vertical-align:top;width:33%">
    <p style="margin:0 0 0 1em;text-indent:-1em">=SUM(A1) Society</p>
    <p style="margin:0 0 0 1em;text-indent:-1em">C:\Temp {50% off} #1 ~ ^ $5</p>
    <p style="margin:0 0 0 1em;text-indent:-1em"><bdi>عدالة</bdi></p>
    </td>
    <td style="border:none;padding:0 1em 0 0;vertical-align:top;width:33%">
    <p style="margin:0 0 0 1em;text-indent:-1em">東京の会</p>
    <p style="margin:0 0 0 1em;text-indent:-1em">Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers</p>
    </td>
    </tr></tbody></table>
    <h3>Added after delivery (1)</h3>
    <table role="presentation" style="border:none;border-collapse:collapse;width:100%"><tbody><tr>
    <td style="border:none;padding:0 1em 0 0;vertical-align:top;width:33%">
    <p style="margin:0 0 0 1em;text-indent:-1em">The “Elm” Project_One, Inc.</p>
    </td>
    <td style="border:none;padding:0 1em 0 0;vertical-align:top;width:33%">
    </td>
    <td style="border:none;padding:0 1em 0 0;vertical-align:top;width:33%">
    </td>
    </tr></tbody></table>
    <p>* Organization listed for identification purposes only.</p>
    <p>Contact: a_b@elm.example</p>
    </div>
    "#);
}

#[test]
fn html_numbered() {
    insta::assert_snapshot!(html::render(&everything(Layout::Numbered)), @r#"
    <meta charset="utf-8">
    <div lang="en">
    <p>Sincerely,<br>the undersigned:</p>
    <ol>
    <li>Ana Rosa, Director, Smith &amp; Sons &lt;Workers&gt;</li>
    <li>Lee Marsh, Dean, Elm University<sup>*</sup></li>
    <li>1. Mai Komitee *Berlin*</li>
    <li>=SUM(A1) Society</li>
    <li>C:\Temp {50% off} #1 ~ ^ $5</li>
    <li><bdi>عدالة</bdi></li>
    <li>東京の会</li>
    <li>Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers</li>
    </ol>
    <h3>Added after delivery (1)</h3>
    <ol start="9">
    <li>The “Elm” Project_One, Inc.</li>
    </ol>
    <p>* Organization listed for identification purposes only.</p>
    <p>Contact: a_b@elm.example</p>
    </div>
    "#);
}

#[test]
fn html_in_a_table() {
    insta::assert_snapshot!(html::render(&everything(Layout::Table)), @r#"
    <meta charset="utf-8">
    <div lang="en">
    <p>Sincerely,<br>the undersigned:</p>
    <table cellpadding="4" style="border-collapse:collapse">
    <thead>
    <tr><th scope="col" style="text-align:left">Signatory</th><th scope="col" style="text-align:left">Signed by</th><th scope="col" style="text-align:left">Title</th><th scope="col" style="text-align:left">Affiliation</th></tr>
    </thead>
    <tbody style="vertical-align:top">
    <tr><td>Smith &amp; Sons &lt;Workers&gt;</td><td>Ana Rosa</td><td>Director</td><td></td></tr>
    <tr><td>Lee Marsh</td><td></td><td>Dean</td><td>Elm University*</td></tr>
    <tr><td>1. Mai Komitee *Berlin*</td><td></td><td></td><td></td></tr>
    <tr><td>=SUM(A1) Society</td><td></td><td></td><td></td></tr>
    <tr><td>C:\Temp {50% off} #1 ~ ^ $5</td><td></td><td></td><td></td></tr>
    <tr><td><bdi>عدالة</bdi></td><td></td><td></td><td></td></tr>
    <tr><td>東京の会</td><td></td><td></td><td></td></tr>
    <tr><td>Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers</td><td></td><td></td><td></td></tr>
    </tbody>
    <tbody style="vertical-align:top">
    <tr><th scope="rowgroup" colspan="4" style="text-align:left">Added after delivery (1)</th></tr>
    <tr><td>The “Elm” Project_One, Inc.</td><td></td><td></td><td></td></tr>
    </tbody>
    </table>
    <p>* Organization listed for identification purposes only.</p>
    <p>Contact: a_b@elm.example</p>
    </div>
    "#);
}

#[test]
fn html_in_prose() {
    insta::assert_snapshot!(html::render(&everything(Layout::Prose)), @r#"
    <meta charset="utf-8">
    <div lang="en">
    <p>Sincerely,<br>the undersigned: Ana Rosa, Director, Smith &amp; Sons &lt;Workers&gt;; Lee Marsh, Dean, Elm University<sup>*</sup>; 1. Mai Komitee *Berlin*; =SUM(A1) Society; C:\Temp {50% off} #1 ~ ^ $5; <bdi>عدالة</bdi>; 東京の会; and Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers.</p>
    <p><strong>Added after delivery (1):</strong> The “Elm” Project_One, Inc.</p>
    <p>Contact: a_b@elm.example</p>
    <p>* Organization listed for identification purposes only.</p>
    </div>
    "#);
}

#[test]
fn markdown_in_lines() {
    insta::assert_snapshot!(markdown::render(&everything(Layout::Lines)), @r"
    Sincerely,\
    the undersigned:

    Ana Rosa, Director, Smith & Sons \<Workers>\
    Lee Marsh, Dean, Elm University\*\
    1\. Mai Komitee \*Berlin\*\
    \=SUM(A1) Society\
    C:\\Temp {50% off} #1 \~ ^ $5\
    عدالة\
    東京の会\
    Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers

    ### Added after delivery (1)

    The “Elm” Project_One, Inc.

    \* Organization listed for identification purposes only.

    Contact: a_b\@elm.example
    ");
}

#[test]
fn markdown_numbered() {
    insta::assert_snapshot!(markdown::render(&everything(Layout::Numbered)), @r"
    Sincerely,\
    the undersigned:

    1. Ana Rosa, Director, Smith & Sons \<Workers>
    2. Lee Marsh, Dean, Elm University\*
    3. 1\. Mai Komitee \*Berlin\*
    4. \=SUM(A1) Society
    5. C:\\Temp {50% off} #1 \~ ^ $5
    6. عدالة
    7. 東京の会
    8. Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers

    ### Added after delivery (1)

    9. The “Elm” Project_One, Inc.

    \* Organization listed for identification purposes only.

    Contact: a_b\@elm.example
    ");
}

#[test]
fn markdown_in_a_table() {
    insta::assert_snapshot!(markdown::render(&everything(Layout::Table)), @r"
    Sincerely,\
    the undersigned:

    | Signatory | Signed by | Title | Affiliation |
    | --- | --- | --- | --- |
    | Smith & Sons \<Workers> | Ana Rosa | Director | |
    | Lee Marsh | | Dean | Elm University\* |
    | 1. Mai Komitee \*Berlin\* | | | |
    | =SUM(A1) Society | | | |
    | C:\\Temp {50% off} #1 \~ ^ $5 | | | |
    | عدالة | | | |
    | 東京の会 | | | |
    | Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers | | | |

    ### Added after delivery (1)

    | Signatory | Signed by | Title | Affiliation |
    | --- | --- | --- | --- |
    | The “Elm” Project_One, Inc. | | | |

    \* Organization listed for identification purposes only.

    Contact: a_b\@elm.example
    ");
}

#[test]
fn latex_in_columns() {
    insta::assert_snapshot!(latex::render(&everything(Layout::Columns)), @r"
    % \usepackage{multicol}

    Sincerely,\\
    the undersigned:

    \begin{multicols}{3}
    \raggedright
    \noindent\hangindent=1em Ana Rosa, Director, Smith \& Sons \textless{}Workers\textgreater{}\par
    \noindent\hangindent=1em Lee Marsh, Dean, Elm University\textsuperscript{{*}}\par
    \noindent\hangindent=1em 1. Mai Komitee {*}Berlin{*}\par
    \noindent\hangindent=1em =SUM(A1) Society\par
    \noindent\hangindent=1em C:\textbackslash{}Temp \{50\% off\} \#1 \textasciitilde{} \textasciicircum{} \$5\par
    \noindent\hangindent=1em عدالة\par
    \noindent\hangindent=1em 東京の会\par
    \noindent\hangindent=1em Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers\par
    \end{multicols}

    \subsection*{Added after delivery (1)}
    \begin{multicols}{3}
    \raggedright
    \noindent\hangindent=1em The “Elm” Project\_One, Inc.\par
    \end{multicols}

    {*} Organization listed for identification purposes only.

    Contact: a\_b@elm.example
    ");
}

#[test]
fn latex_in_a_table() {
    insta::assert_snapshot!(latex::render(&everything(Layout::Table)), @r"
    % \usepackage{array,longtable}

    Sincerely,\\
    the undersigned:

    \begin{longtable}{@{}>{\raggedright\arraybackslash}p{0.376\linewidth}>{\raggedright\arraybackslash}p{0.188\linewidth}>{\raggedright\arraybackslash}p{0.188\linewidth}>{\raggedright\arraybackslash}p{0.188\linewidth}@{}}
    \textbf{Signatory} & \textbf{Signed by} & \textbf{Title} & \textbf{Affiliation} \\
    \endhead
    Smith \& Sons \textless{}Workers\textgreater{} & Ana Rosa & Director &  \\
    Lee Marsh &  & Dean & Elm University{*} \\
    1. Mai Komitee {*}Berlin{*} &  &  &  \\
    =SUM(A1) Society &  &  &  \\
    C:\textbackslash{}Temp \{50\% off\} \#1 \textasciitilde{} \textasciicircum{} \$5 &  &  &  \\
    عدالة &  &  &  \\
    東京の会 &  &  &  \\
    Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers &  &  &  \\
    \end{longtable}

    \subsection*{Added after delivery (1)}
    \begin{longtable}{@{}>{\raggedright\arraybackslash}p{0.376\linewidth}>{\raggedright\arraybackslash}p{0.188\linewidth}>{\raggedright\arraybackslash}p{0.188\linewidth}>{\raggedright\arraybackslash}p{0.188\linewidth}@{}}
    \textbf{Signatory} & \textbf{Signed by} & \textbf{Title} & \textbf{Affiliation} \\
    \endhead
    The “Elm” Project\_One, Inc. &  &  &  \\
    \end{longtable}

    {*} Organization listed for identification purposes only.

    Contact: a\_b@elm.example
    ");
}

#[test]
fn rtf_numbered() {
    insta::assert_snapshot!(rtf::render(&everything(Layout::Numbered)), @r"
    {\rtf1\ansi\ansicpg1252\deff0\uc1
    {\fonttbl{\f0\froman Times New Roman;}}
    {\stylesheet{\s0 Normal;}{\s1\sbasedon0\snext0\outlinelevel0\keepn\sb240\sa60\b heading 1;}}
    {\*\listtable{\list\listtemplateid1\listsimple1{\listlevel\levelnfc0\levelstartat1\levelfollow0{\leveltext\'02\'00.;}{\levelnumbers\'01;}\fi-540\li720}\listid1}}
    {\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}
    \deflang1033\lang1033
    \pard\plain\f0\fs24\sa240 Sincerely,\line the undersigned:\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 1.\tab}Ana Rosa, Director, Smith & Sons <Workers>\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 2.\tab}Lee Marsh, Dean, Elm University{\super *}\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 3.\tab}1. Mai Komitee *Berlin*\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 4.\tab}=SUM(A1) Society\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 5.\tab}C:\\Temp \{50% off\} #1 ~ ^ $5\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 6.\tab}\u1593?\u1583?\u1575?\u1604?\u1577?\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 7.\tab}\u26481?\u20140?\u12398?\u20250?\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 8.\tab}Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers\par
    \pard\plain\f0\fs24\s1\outlinelevel0\keepn\sb240\sa60\b Added after delivery (1)\par
    \pard\plain\f0\fs24\keep\ls1\ilvl0\fi-540\li720 {\listtext 9.\tab}The \u8220?Elm\u8221? Project_One, Inc.\par
    \pard\plain\f0\fs24\sb240 * Organization listed for identification purposes only.\par
    \pard\plain\f0\fs24\sb240 Contact: a_b@elm.example\par
    }
    ");
}

#[test]
fn rtf_in_columns() {
    insta::assert_snapshot!(rtf::render(&everything(Layout::Columns)), @r"
    {\rtf1\ansi\ansicpg1252\deff0\uc1
    {\fonttbl{\f0\froman Times New Roman;}}
    {\stylesheet{\s0 Normal;}{\s1\sbasedon0\snext0\outlinelevel0\keepn\sb240\sa60\b heading 1;}}
    \deflang1033\lang1033
    \pard\plain\f0\fs24\sa240 Sincerely,\line the undersigned:\par
    \sect\sectd\sbknone\cols3\colsx480
    \pard\plain\f0\fs24\keep\fi-240\li240 Ana Rosa, Director, Smith & Sons <Workers>\par
    \pard\plain\f0\fs24\keep\fi-240\li240 Lee Marsh, Dean, Elm University{\super *}\par
    \pard\plain\f0\fs24\keep\fi-240\li240 1. Mai Komitee *Berlin*\par
    \pard\plain\f0\fs24\keep\fi-240\li240 =SUM(A1) Society\par
    \pard\plain\f0\fs24\keep\fi-240\li240 C:\\Temp \{50% off\} #1 ~ ^ $5\par
    \pard\plain\f0\fs24\keep\fi-240\li240 \u1593?\u1583?\u1575?\u1604?\u1577?\par
    \pard\plain\f0\fs24\keep\fi-240\li240 \u26481?\u20140?\u12398?\u20250?\par
    \pard\plain\f0\fs24\keep\fi-240\li240 Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers\par
    \sect\sectd\sbknone\cols1\colsx480
    \pard\plain\f0\fs24\s1\outlinelevel0\keepn\sb240\sa60\b Added after delivery (1)\par
    \sect\sectd\sbknone\cols3\colsx480
    \pard\plain\f0\fs24\keep\fi-240\li240 The \u8220?Elm\u8221? Project_One, Inc.\par
    \sect\sectd\sbknone\cols1\colsx480
    \pard\plain\f0\fs24\sb240 * Organization listed for identification purposes only.\par
    \pard\plain\f0\fs24\sb240 Contact: a_b@elm.example\par
    }
    ");
}

#[test]
fn csv_rows() {
    insta::assert_snapshot!(csv::render(&everything(Layout::Lines)), @r#"
    Group,Signatory,Signed by,Title,Affiliation
    ,Smith & Sons <Workers>,Ana Rosa,Director,
    ,Lee Marsh,,Dean,Elm University*
    ,1. Mai Komitee *Berlin*,,,
    ,'=SUM(A1) Society,,,
    ,C:\Temp {50% off} #1 ~ ^ $5,,,
    ,عدالة,,,
    ,東京の会,,,
    ,Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers,,,
    Added after delivery,"The “Elm” Project_One, Inc.",,,
    "#);
}

#[test]
fn the_wisconsin_letter_in_two_columns() {
    let options = BlockOptions {
        layout: Layout::Columns,
        intro: "Sincerely,".into(),
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&wisconsin(), &options), @r"
    Sincerely,

    ACLU of Wisconsin                        Milwaukee Turners
    Black Leaders Organizing for             Mothers for Justice United
      Communities (BLOC)                     National Association for the
    Brown Berets                               Advancement of Colored People (NAACP)
    DSA                                        - Milwaukee Branch
    First Unitarian Society - Madison -      National Association of Social Workers,
      Justice Ministry                         Wisconsin Chapter
    Hanan Refugees Relief Group              National Lawyers’ Guild Madison Chapter
    Hmong American Women’s Association,      National Lawyers’ Guild Milwaukee
      Inc.                                     Chapter
    Kids Forward                             RidRacism Milwaukee
    League of United Latin American          Task Force on Criminal Justice Reform
      Citizens - WI                          Voces de la Frontera
    League of Women Voters of Wisconsin      Wisconsin Faith Voices for Justice
    Lutheran Office for Public Policy in     Wisconsin Justice Initiative
      Wisconsin                              Wisconsin Network for Peace and Justice
    Milwaukee Action Intersection            WISDOM
    Milwaukee County Human Rights
      Commission
    ");
}

#[test]
fn text_formats_end_in_exactly_one_newline() {
    for layout in Layout::ALL {
        for format in [
            Format::Text,
            Format::Html,
            Format::Markdown,
            Format::Latex,
            Format::Rtf,
            Format::Csv,
        ] {
            let bytes = render(&everything(*layout), format).unwrap();
            assert!(
                bytes.ends_with(b"\n") && !bytes.ends_with(b"\n\n"),
                "{layout} {format}"
            );
        }
    }
}

#[test]
fn no_line_of_text_ends_in_a_space() {
    for layout in Layout::ALL {
        let text = text::render(&everything(*layout));
        assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
    }
}
