//! The source that is open for importing. A table can have a hundred thousand rows: it stays here, and the window sees pages.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reading::source::Source;
use undersigned_core::import::{
    Choices, ConsentPolicy, Decision, ImportPlan, ImportTarget, Likely, MailPolicy, OpenSource, Recognized,
};
use undersigned_core::progress::ProgressFn;
use undersigned_core::wire::ReviewRow;
use undersigned_core::{Error, Message};

use crate::Answer;
use crate::window::Window;

/// At most one source is open; its number tells an old page from the current one.
#[derive(Default)]
pub struct OpenImport(Mutex<State>);

#[derive(Default)]
struct State {
    last: u32,
    open: Option<Open>,
    /// The rows of a list under review, with the preview of them that was shown last.
    shown: Option<(Vec<ReviewRow>, ImportPlan)>,
}

/// A source with what was chosen and planned for it.
struct Open {
    id: u32,
    source: Arc<OpenSource>,
    choices: Option<Choices>,
    plan: Option<Arc<ImportPlan>>,
    recognized: Recognized,
}

/// A plan with what it was made of.
pub struct Planned {
    pub source: Arc<OpenSource>,
    pub choices: Choices,
    pub plan: Arc<ImportPlan>,
}

impl OpenImport {
    fn hold(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a source in place of the open one.
    pub fn open(&self, source: OpenSource) -> (u32, Arc<OpenSource>) {
        let mut state = self.hold();
        state.last = state.last.wrapping_add(1);
        let id = state.last;
        let source = Arc::new(source);
        state.open = Some(Open {
            id,
            source: Arc::clone(&source),
            choices: None,
            plan: None,
            recognized: Recognized::default(),
        });
        (id, source)
    }

    /// Keeps the preview of a list that is shown.
    pub fn show(&self, rows: Vec<ReviewRow>, plan: ImportPlan) {
        self.hold().shown = Some((rows, plan));
    }

    /// The preview that was shown of these rows.
    pub fn shown(&self, rows: &[ReviewRow], target: &ImportTarget) -> Result<ImportPlan, Error> {
        let state = self.hold();
        let same = state
            .shown
            .as_ref()
            .filter(|(shown, plan)| shown == rows && plan.target.makes_the_same_as(target));
        same.map(|(_, plan)| plan.clone()).ok_or_else(not_planned)
    }

    /// Lets go of a source.
    pub fn close(&self, id: u32) {
        let mut state = self.hold();
        if state.open.as_ref().is_some_and(|open| open.id == id) {
            state.open = None;
        }
    }
}

impl Window {
    fn with_import<T>(&self, id: u32, act: impl FnOnce(&mut Open) -> Result<T, Error>) -> Answer<T> {
        let done = match self.import.hold().open.as_mut().filter(|open| open.id == id) {
            Some(open) => act(open),
            None => Err(Error::rule(Message::new("error-import-closed"))),
        };
        done.map_err(|error| self.say(&error))
    }

    /// Changes how the open source is read, or what its columns are for; what was planned and decided is void.
    pub fn change_source(
        &self,
        id: u32,
        change: impl FnOnce(&mut Source) -> Result<(), Error>,
    ) -> Answer<Arc<OpenSource>> {
        let mut source = self.with_import(id, |open| Ok(OpenSource::clone(&open.source)))?;
        if let OpenSource::Table(table) = &mut source {
            change(table).map_err(|error| self.say(&error))?;
        }
        self.with_import(id, |open| {
            open.source = Arc::new(source);
            open.choices = None;
            open.plan = None;
            Ok(Arc::clone(&open.source))
        })
    }

    /// Plans the open source. The coalition is asked piece by piece, so that others have their turn. Decisions stay as long
    /// as the rows become the same.
    pub fn plan_import(
        &self,
        id: u32,
        target: ImportTarget,
        likely: Likely,
        watch: ProgressFn,
    ) -> Answer<Planned> {
        let choices = self.with_import(id, |open| {
            // A plan that is cancelled leaves the one before it whole.
            let decisions = match open.choices.clone() {
                Some(before) if before.target.makes_the_same_as(&target) => before.decisions,
                _ => HashMap::new(),
            };
            Ok(Choices {
                as_members: false,
                target,
                likely,
                decisions,
                // In the window each message is seen, and each question of consent decided, by a person.
                consent: ConsentPolicy::Ask,
                mail: MailPolicy::Ask,
            })
        })?;
        self.plan_by(id, choices, watch)
    }

    /// Decides what rows are, and plans anew: what a row becomes can change what later ones do.
    pub fn decide_import(
        &self,
        id: u32,
        rows: &[usize],
        decision: Decision,
        watch: ProgressFn,
    ) -> Answer<Planned> {
        let choices = self.with_import(id, |open| {
            let mut choices = open.choices.clone().ok_or_else(not_planned)?;
            for row in rows {
                choices.decisions.insert(*row, decision);
            }
            Ok(choices)
        })?;
        self.plan_by(id, choices, watch)
    }

    fn plan_by(&self, id: u32, choices: Choices, watch: ProgressFn) -> Answer<Planned> {
        let (source, recognized) = self.with_import(id, |open| {
            Ok((Arc::clone(&open.source), std::mem::take(&mut open.recognized)))
        })?;
        let mut run = self.ask(|coalition, _| coalition.begin_plan(&source, choices.clone(), recognized))?;
        while run.recognize_next() {
            if !watch(run.progress()) {
                return Err(self.say(&Error::Cancelled));
            }
            self.ask(|coalition, _| run.plan_next(coalition))?;
        }
        let (plan, recognized) = self.ask(|coalition, _| run.finish(coalition))?;
        let plan = Arc::new(plan);
        self.with_import(id, |open| {
            open.recognized = recognized;
            // Another way to read it came between: then this plan is of nothing any more.
            if !Arc::ptr_eq(&open.source, &source) {
                return Err(not_planned());
            }
            open.choices = Some(choices.clone());
            open.plan = Some(Arc::clone(&plan));
            Ok(())
        })?;
        Ok(Planned {
            source,
            choices,
            plan,
        })
    }

    /// The plan of the open source.
    pub fn planned_import(&self, id: u32) -> Answer<Planned> {
        self.with_import(id, |open| match (&open.choices, &open.plan) {
            (Some(choices), Some(plan)) => Ok(Planned {
                source: Arc::clone(&open.source),
                choices: choices.clone(),
                plan: Arc::clone(plan),
            }),
            _ => Err(not_planned()),
        })
    }
}

fn not_planned() -> Error {
    Error::rule(Message::new("error-import-stale"))
}
