//! The app's real window, as a person sees and uses it: by what things are called, with the mouse and the keyboard.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use crate::desktop::{Desktop, Running, wait_for};

use crate::webdriver::{ELEMENT, Refusal, Session};

/// The keys that have no letter, as WebDriver writes them.
pub mod key {
    /// Holds for the keys that follow it.
    pub const CONTROL: char = '\u{E009}';
    /// Holds for the keys that follow it.
    pub const SHIFT: char = '\u{E008}';
    /// Leaves a field or a dialog.
    pub const ESCAPE: char = '\u{E00C}';
    /// Does what has the focus.
    pub const ENTER: char = '\u{E007}';
    /// To the next part.
    pub const TAB: char = '\u{E004}';
    /// To the left.
    pub const LEFT: char = '\u{E012}';
    /// Up.
    pub const UP: char = '\u{E013}';
    /// To the right.
    pub const RIGHT: char = '\u{E014}';
    /// Down.
    pub const DOWN: char = '\u{E015}';
    /// Removes what is before the cursor.
    pub const BACKSPACE: char = '\u{E003}';
    /// Removes what is chosen.
    pub const DELETE: char = '\u{E017}';
    /// To the beginning.
    pub const HOME: char = '\u{E011}';
    /// To the end.
    pub const END: char = '\u{E010}';
    /// Help.
    pub const F1: char = '\u{E031}';
    /// One page up.
    pub const PAGE_UP: char = '\u{E00E}';
    /// One page down.
    pub const PAGE_DOWN: char = '\u{E00F}';
}

/// How the app is started.
#[derive(Debug, Clone)]
pub struct Start {
    /// What stands after the program's name: a coalition file, or nothing.
    pub arguments: Vec<String>,
    /// The language of the desktop: `en` or `es`.
    pub language: &'static str,
    /// Whether the desktop is dark.
    pub dark: bool,
    /// Width and height of the page, in pixels.
    pub size: (u32, u32),
}

impl Default for Start {
    fn default() -> Self {
        Self {
            arguments: Vec::new(),
            language: "en",
            dark: false,
            size: (1440, 900),
        }
    }
}

/// A part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

/// The window. When it goes, the app is ended.
#[derive(Debug)]
pub struct Window<'desktop> {
    desktop: &'desktop Desktop,
    session: Session,
    program: PathBuf,
}

impl<'desktop> Window<'desktop> {
    /// Starts the app that cargo built, and waits until its page has something to show.
    pub fn open(desktop: &'desktop Desktop, start: &Start) -> Self {
        Self::open_program(desktop, &crate::program("undersigned"), start)
    }

    /// The same with another program, such as an installed one.
    pub fn open_program(desktop: &'desktop Desktop, program: &Path, start: &Start) -> Self {
        let locale = match start.language {
            "es" => "es_MX.UTF-8",
            _ => "en_US.UTF-8",
        };
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": program, "args": start.arguments },
        });
        let log = fs::File::create(desktop.home().join("app.log")).expect("the home folder can be written");
        let session = Session::start(&capabilities, |port| {
            let mut driver: Command = desktop.command("WebKitWebDriver");
            driver
                .args(["--host=127.0.0.1".to_owned(), format!("--port={port}")])
                .env("TAURI_AUTOMATION", "true")
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("GTK_THEME", if start.dark { "Adwaita:dark" } else { "Adwaita" })
                .env("LANG", locale)
                .env("LC_ALL", locale)
                .stdout(Stdio::null())
                .stderr(log);
            Running::start(&mut driver)
        });
        let window = Self {
            desktop,
            session,
            program: program.to_path_buf(),
        };
        // No key is of use before it is known which file is open.
        wait_for("the page to show something", || {
            let shows =
                "return document.readyState === 'complete' && document.body.innerText.trim().length > 0
                && !document.querySelector('main.failed > [role=status]')";
            (window.try_execute(shows, &[]).ok()? == json!(true)).then_some(())
        });
        window.resize(start.size);
        window
    }

    /// Ends the app as the window's own close button does, and waits until it is gone.
    pub fn close(self) {
        drop(self);
    }

    /// What the app wrote to its error output.
    pub fn log(&self) -> String {
        fs::read_to_string(self.desktop.home().join("app.log")).unwrap_or_default()
    }

    /// Gives the page this width and height, in pixels.
    pub fn resize(&self, (width, height): (u32, u32)) {
        // What the window system draws around the page is not the page: ask, look, and ask for the difference more.
        let mut asked = (i64::from(width), i64::from(height));
        wait_for("the window to take its size", || {
            let now = self.execute("return [window.innerWidth, window.innerHeight]", &[]);
            let now = (now[0].as_i64()?, now[1].as_i64()?);
            let missing = (i64::from(width) - now.0, i64::from(height) - now.1);
            if missing == (0, 0) {
                return Some(());
            }
            let rect = self.session.get("window/rect").ok()?;
            let settled = (rect["width"].as_i64()?, rect["height"].as_i64()?);
            asked = (settled.0 + missing.0, settled.1 + missing.1);
            self.session
                .post("window/rect", &json!({ "width": asked.0, "height": asked.1 }))
                .ok()?;
            None
        });
    }

    /// Runs JavaScript in the page; `arguments` arrive there as `arguments[0]` and so on.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Value {
        self.try_execute(script, arguments)
            .unwrap_or_else(|refusal| panic!("{script}\n{refusal}"))
    }

    /// Runs JavaScript that answers later, through the function that arrives as its last argument.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Value {
        let answer = self
            .session
            .post("execute/async", &json!({ "script": script, "args": arguments }));
        answer.unwrap_or_else(|refusal| panic!("{script}\n{refusal}"))
    }

    /// Makes everything larger, as Ctrl+plus does: 2 is 200 %.
    pub fn zoom(&self, factor: f64) {
        let outcome = self.execute_async(ZOOM, &[json!(factor)]);
        assert!(outcome.is_null(), "the page could not be made larger: {outcome}");
    }

    fn try_execute(&self, script: &str, arguments: &[Value]) -> Result<Value, Refusal> {
        self.session
            .post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// The first element for a CSS selector, waited for.
    pub fn css(&self, selector: &str) -> Element {
        wait_for(&format!("an element {selector}"), || {
            self.all(selector).into_iter().next()
        })
    }

    /// All elements for a CSS selector, as they are now.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self
            .session
            .post("elements", &json!({ "using": "css selector", "value": selector }));
        let found = found.unwrap_or_else(|refusal| panic!("{selector}: {refusal}"));
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(element)
            .collect()
    }

    /// The one visible element of this role that is called `name`, as a screen reader would say it; waited for.
    ///
    /// A name that ends with `…` stands for every name that begins so.
    pub fn find(&self, role: &str, name: &str) -> Element {
        wait_for(&format!("a {role} called \"{name}\""), || {
            self.find_now(role, name)
        })
    }

    /// The same, without waiting.
    pub fn find_now(&self, role: &str, name: &str) -> Option<Element> {
        self.with_axe();
        loop {
            match self.try_execute(FIND, &[json!(role), json!(name)]) {
                Ok(found) => return element(&found),
                // It went between being found and being handed over: what is there now is looked for again.
                Err(refusal) if refusal.code == "stale element reference" => {}
                Err(refusal) => panic!("{role} {name}: {refusal}"),
            }
        }
    }

    /// Waits until no visible element of this role is called `name`.
    pub fn wait_until_gone(&self, role: &str, name: &str) {
        wait_for(&format!("the {role} \"{name}\" to go"), || {
            self.find_now(role, name).is_none().then_some(())
        });
    }

    /// Waits until the page shows this text somewhere.
    pub fn wait_for_text(&self, text: &str) {
        wait_for(&format!("the page to show \"{text}\""), || {
            self.page_text().contains(text).then_some(())
        });
    }

    /// All that the page shows, as text.
    pub fn page_text(&self) -> String {
        self.execute("return document.body.innerText", &[])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// What an element shows, as text.
    pub fn text(&self, element: &Element) -> String {
        let script = "return arguments[0].innerText ?? arguments[0].textContent";
        self.execute(script, &[reference(element)])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Clicks on the middle of an element, which must be visible and not covered by another.
    pub fn click(&self, element: &Element) {
        let path = format!("element/{}/click", element.0);
        self.show(element);
        // While something moves or opens, the driver refuses; that it must settle is part of what is tested.
        wait_for("the element to be clickable", || {
            match self.session.post(&path, &json!({})) {
                Ok(_) => Some(()),
                Err(refusal) if refusal.code == "stale element reference" => {
                    panic!("the element is gone: {refusal}")
                }
                Err(_) => None,
            }
        });
    }

    /// Scrolls an element into view as a person would. WebKit's driver leaves one alone that a pane cuts in two, and then finds its
    /// middle covered by what lies around the pane.
    fn show(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' })";
        // Whoever presses it finds out whether it is still there.
        drop(self.try_execute(script, &[reference(element)]));
    }

    /// Gives an element the focus without a press: in the middle of a table there is a button.
    pub fn focus(&self, element: &Element) {
        self.execute("arguments[0].focus()", &[reference(element)]);
    }

    /// Finds and clicks, again if the page redrew the element in between.
    pub fn press(&self, role: &str, name: &str) {
        wait_for(&format!("a {role} called \"{name}\" that can be clicked"), || {
            let element = self.find_now(role, name)?;
            self.show(&element);
            self.session
                .post(&format!("element/{}/click", element.0), &json!({}))
                .ok()
        });
    }

    /// Types into an element, after giving it the focus.
    pub fn type_into(&self, element: &Element, text: &str) {
        let typed = self
            .session
            .post(&format!("element/{}/value", element.0), &json!({ "text": text }));
        typed.unwrap_or_else(|refusal| panic!("typing \"{text}\": {refusal}"));
    }

    /// Replaces what a field holds.
    pub fn fill(&self, element: &Element, text: &str) {
        let cleared = self
            .session
            .post(&format!("element/{}/clear", element.0), &json!({}));
        cleared.unwrap_or_else(|refusal| panic!("clearing a field: {refusal}"));
        self.type_into(element, text);
    }

    /// Puts text into a field at once, as a paste does: the driver types a long text key by key.
    pub fn paste_into(&self, element: &Element, text: &str) {
        self.execute(
            "const [field, text] = arguments; field.focus(); \
             const data = new DataTransfer(); data.setData('text/plain', text); \
             const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }); \
             if (field.dispatchEvent(event)) { \
               field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end'); \
               field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' })); \
             }",
            &[reference(element), json!(text)],
        );
    }

    /// Chooses in one of the system's lists. The list itself opens outside the page, where no driver reaches.
    pub fn choose(&self, name: &str, option: &str) {
        let list = self.find("combobox", name);
        let chosen = self.execute(
            "const [list, label] = arguments; \
             const index = [...list.options].findIndex((option) => option.label === label); \
             if (index < 0) return false; \
             list.selectedIndex = index; \
             list.dispatchEvent(new Event('change', { bubbles: true })); \
             return true",
            &[reference(&list), json!(option)],
        );
        assert_eq!(chosen, json!(true), "\"{name}\" does not offer \"{option}\"");
    }

    /// Presses keys one after another wherever the focus is. [`key::CONTROL`] and [`key::SHIFT`] are held down from where
    /// they stand to the end: `keys(&format!("{}z", key::CONTROL))` is Ctrl+Z.
    pub fn keys(&self, keys: &str) {
        let mut actions = Vec::new();
        let mut held = Vec::new();
        for character in keys.chars() {
            actions.push(json!({ "type": "keyDown", "value": character }));
            if [key::CONTROL, key::SHIFT].contains(&character) {
                held.push(character);
            } else {
                actions.push(json!({ "type": "keyUp", "value": character }));
            }
        }
        actions.extend(
            held.iter()
                .rev()
                .map(|character| json!({ "type": "keyUp", "value": character })),
        );
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.session
            .post("actions", &body)
            .unwrap_or_else(|refusal| panic!("pressing keys: {refusal}"));
    }

    /// What has the focus: its role and name.
    pub fn focused(&self) -> (String, String) {
        self.with_axe();
        let found = self.execute(FOCUSED, &[]);
        let text = |index: usize| found[index].as_str().unwrap_or_default().to_owned();
        (text(0), text(1))
    }

    /// What axe finds against WCAG 2.2 A and AA on the page as it is: one line a finding, with where it is.
    pub fn violations(&self) -> Vec<String> {
        self.settle();
        self.with_axe();
        let found = self.execute_async(AXE_RUN, &[]);
        let lines = found
            .as_array()
            .unwrap_or_else(|| panic!("axe did not run: {found}"));
        lines
            .iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// A picture of the page, as PNG.
    pub fn screenshot(&self) -> Vec<u8> {
        self.try_screenshot()
            .unwrap_or_else(|refusal| panic!("a picture: {refusal}"))
    }

    fn try_screenshot(&self) -> Result<Vec<u8>, Refusal> {
        // WebKitGTK hands the picture out with the next frame that it paints, and a page at rest paints none: something
        // that nobody sees changes until the picture is taken.
        self.try_execute(RESTLESS, &[])?;
        let picture = self.session.get("screenshot");
        self.try_execute("document.getElementById('restless')?.remove()", &[])?;
        Ok(BASE64_STANDARD
            .decode(picture?.as_str().unwrap_or_default())
            .unwrap_or_default())
    }

    /// Waits until nothing fades or moves: halfway, colours are neither the old nor the new.
    pub(crate) fn settle(&self) {
        wait_for("the page to come to rest", || {
            let moving = "return document.getAnimations().filter((each) => each.playState === 'running' \
                          && each.effect.getComputedTiming().iterations !== Infinity).length";
            (self.execute(moving, &[]) == json!(0)).then_some(())
        });
    }

    /// Puts axe-core into the page, once a page.
    fn with_axe(&self) {
        if self.execute("return typeof window.axe === 'object'", &[]) == json!(true) {
            return;
        }
        let file = crate::root().join("ui/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&file);
        let source = source.unwrap_or_else(|error| panic!("{}: {error}: cargo xtask setup", file.display()));
        // Evaluated by the driver, not by the page, whose policy forbids it.
        self.execute(&format!("{source}\nwindow.axe = axe;"), &[]);
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_what_was_seen();
        }
        // An app that has ended already has nothing to end; that it is gone is looked at below.
        let _ = self.session.end();
        let start = std::time::Instant::now();
        while !self.desktop.processes(&self.program).is_empty() {
            if start.elapsed() > std::time::Duration::from_secs(10) {
                for process in self.desktop.processes(&self.program) {
                    let _ = Command::new("kill").args(["-9", &process.to_string()]).status();
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

impl Window<'_> {
    /// After a failure: the picture, the text and the log, beside the build's other things.
    fn keep_what_was_seen(&self) {
        let test = std::thread::current()
            .name()
            .unwrap_or("window")
            .replace("::", "-");
        let folder = crate::root().join("target/window-failures");
        let seen = || -> std::io::Result<()> {
            fs::create_dir_all(&folder)?;
            if let Ok(picture) = self.try_screenshot() {
                fs::write(folder.join(format!("{test}.png")), picture)?;
            }
            let text = self
                .try_execute("return document.documentElement.outerHTML", &[])
                .unwrap_or_default();
            fs::write(
                folder.join(format!("{test}.html")),
                text.as_str().unwrap_or_default(),
            )?;
            fs::write(folder.join(format!("{test}.log")), self.log())
        };
        match seen() {
            Ok(()) => eprintln!("what the window showed is in {}/{test}.*", folder.display()),
            Err(error) => eprintln!("what the window showed could not be kept: {error}"),
        }
    }
}

/// Finds by role and accessible name, with axe's own reading of both.
const FIND: &str = "
  const [role, name] = arguments;
  const prefix = name.endsWith('…') ? name.slice(0, -1) : null;
  axe.teardown();
  axe.setup(document.documentElement);
  try {
    for (const element of document.body.querySelectorAll('*')) {
      if (axe.commons.aria.getRole(element, { noPresentational: true }) !== role) continue;
      if (element.checkVisibility && !element.checkVisibility({ visibilityProperty: true })) continue;
      const called = axe.commons.text.accessibleText(element).replace(/\\s+/g, ' ').trim();
      if (prefix === null ? called === name : called.startsWith(prefix)) return element;
    }
    return null;
  } finally {
    axe.teardown();
  }";

/// Asks as Tauri's own keys for zooming do, and answers when the page is laid out anew.
const ZOOM: &str = "
  const [value, done] = arguments;
  window.__TAURI_INTERNALS__.invoke('plugin:webview|set_webview_zoom', { label: 'main', value }).then(
    () => requestAnimationFrame(() => requestAnimationFrame(() => done(null))),
    (error) => done(String(error)));";

/// Paints a frame after another until the element goes.
const RESTLESS: &str = "
  const element = document.createElement('div');
  element.id = 'restless';
  element.ariaHidden = 'true';
  element.style.cssText = 'position: fixed; top: 0; left: 0; width: 1px; height: 1px; pointer-events: none';
  document.documentElement.append(element);
  let frame = 0;
  const paint = () => {
    element.style.opacity = frame++ % 2 ? '0.001' : '0.002';
    if (element.isConnected) requestAnimationFrame(paint);
  };
  paint();";

/// The role and the name of what has the focus.
const FOCUSED: &str = "
  const element = document.activeElement;
  if (!element || element === document.body) return ['', ''];
  axe.teardown();
  axe.setup(document.documentElement);
  try {
    return [axe.commons.aria.getRole(element) ?? '', axe.commons.text.accessibleText(element).replace(/\\s+/g, ' ').trim()];
  } finally {
    axe.teardown();
  }";

/// Runs axe and reports one line a finding.
const AXE_RUN: &str = "
  const done = arguments[arguments.length - 1];
  axe.teardown();
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
    (result) => done(result.violations.flatMap((violation) => violation.nodes.map((node) =>
      `${violation.id} (${violation.impact}): ${violation.help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`.replace(/\\s+/g, ' ')))),
    (error) => done(['axe failed: ' + error]));";

fn element(value: &Value) -> Option<Element> {
    Some(Element(value[ELEMENT].as_str()?.to_owned()))
}

fn reference(element: &Element) -> Value {
    json!({ ELEMENT: element.0 })
}
