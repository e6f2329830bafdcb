//! The source that is open for importing. A table can have a hundred thousand rows: it stays here, and the window sees pages.
//! A list is edited here too, so that what is planned and imported is what is open.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base::progress::{ProgressFn, no_progress};
use reading::source::Source;
use undersigned_core::import::{
    Choices, ConsentPolicy, Decision, ImportPlan, ImportTarget, Likely, ListEdit, MailPolicy, OpenSource,
    Recognized,
};
use undersigned_core::{Error, Message};

use crate::Answer;
use crate::window::Window;

/// So many decisions and edits can be taken back.
const MOST_STEPS: usize = 500;

/// The sources that are open, each known by its number. A window looks at one; another that was asked for before may come
/// later and be let go of at once.
#[derive(Default)]
pub struct OpenImport(Mutex<State>);

#[derive(Default)]
struct State {
    last: u32,
    open: Vec<Open>,
}

/// So many sources are open at most; the oldest goes.
const MOST_OPEN: usize = 3;

/// A source with what was chosen and planned for it.
struct Open {
    id: u32,
    source: Arc<OpenSource>,
    choices: Option<Choices>,
    /// What was planned last, with what it was planned of.
    planned: Option<Planned>,
    recognized: Recognized,
    steps: Vec<Step>,
}

/// What was before a decision or an edit, to take it back.
struct Step {
    /// The source, where it was edited.
    source: Option<Arc<OpenSource>>,
    /// What was decided of rows, by their keys.
    decisions: Vec<(usize, Option<Decision>)>,
}

/// A plan with what it was made of.
#[derive(Clone)]
pub struct Planned {
    pub source: Arc<OpenSource>,
    pub choices: Choices,
    pub plan: Arc<ImportPlan>,
}

impl OpenImport {
    fn hold(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a source.
    pub fn open(&self, source: OpenSource) -> (u32, Arc<OpenSource>) {
        let mut state = self.hold();
        state.last = state.last.wrapping_add(1);
        let id = state.last;
        let source = Arc::new(source);
        if state.open.len() == MOST_OPEN {
            state.open.remove(0);
        }
        state.open.push(Open {
            id,
            source: Arc::clone(&source),
            choices: None,
            planned: None,
            recognized: Recognized::default(),
            steps: Vec::new(),
        });
        (id, source)
    }

    /// Lets go of everything.
    pub fn clear(&self) {
        self.hold().open.clear();
    }

    /// Lets go of a source.
    pub fn close(&self, id: u32) {
        self.hold().open.retain(|open| open.id != id);
    }
}

impl Open {
    /// Decides rows, and gives back what was decided of them before.
    fn decide(&mut self, decisions: Vec<(usize, Option<Decision>)>) -> Result<Step, Error> {
        let choices = self.choices.as_mut().ok_or_else(not_planned)?;
        let before = decisions.into_iter().map(|(key, decision)| {
            let before = match decision {
                Some(decision) => choices.decisions.insert(key, decision),
                None => choices.decisions.remove(&key),
            };
            (key, before)
        });
        Ok(Step {
            source: None,
            decisions: before.collect(),
        })
    }

    fn take_back(&mut self) -> Result<(), Error> {
        if let Some(step) = self.steps.pop() {
            if let Some(source) = step.source {
                self.source = source;
            }
            self.decide(step.decisions)?;
        }
        Ok(())
    }

    fn remember(&mut self, step: Step) {
        if self.steps.len() == MOST_STEPS {
            self.steps.remove(0);
        }
        self.steps.push(step);
    }
}

impl Window {
    fn with_import<T>(&self, id: u32, act: impl FnOnce(&mut Open) -> Result<T, Error>) -> Answer<T> {
        let done = match self.import.hold().open.iter_mut().find(|open| open.id == id) {
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
            open.planned = None;
            open.steps.clear();
            Ok(Arc::clone(&open.source))
        })
    }

    /// Plans the open source. The coalition is asked piece by piece, so that others have their turn. Decisions stay; what was
    /// taken about an answer does only as long as the rows become the same.
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
                Some(before) => before.decisions.into_iter().filter_map(about_whom).collect(),
                None => HashMap::new(),
            };
            Ok(Choices {
                as_members: false,
                hidden_rows: false,
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
    pub fn decide_import(&self, id: u32, decisions: Vec<(usize, Decision)>) -> Answer<Planned> {
        self.with_import(id, |open| {
            let decisions = decisions.into_iter().map(|(key, decision)| (key, Some(decision)));
            let step = open.decide(decisions.collect())?;
            open.remember(step);
            Ok(())
        })?;
        self.plan_step(id)
    }

    /// Changes rows of the open list, and plans anew.
    pub fn edit_import(&self, id: u32, edit: &ListEdit) -> Answer<Planned> {
        self.with_import(id, |open| {
            let mut source = OpenSource::clone(&open.source);
            let OpenSource::List(list) = &mut source else {
                return Err(Error::rule(Message::new("error-import-row")));
            };
            let void = list.edit(edit)?;
            let mut step = open.decide(void.into_iter().map(|key| (key, None)).collect())?;
            step.source = Some(std::mem::replace(&mut open.source, Arc::new(source)));
            open.remember(step);
            Ok(())
        })?;
        self.plan_step(id)
    }

    /// Takes the last decision or edit back, and plans anew.
    pub fn take_back_import(&self, id: u32) -> Answer<Planned> {
        self.with_import(id, Open::take_back)?;
        self.plan_again(id)
    }

    /// Plans anew after a step, which is none where that can't be done.
    fn plan_step(&self, id: u32) -> Answer<Planned> {
        self.plan_again(id).or_else(|error| {
            self.with_import(id, Open::take_back)?;
            Err(error)
        })
    }

    fn plan_again(&self, id: u32) -> Answer<Planned> {
        let choices = self.with_import(id, |open| open.choices.clone().ok_or_else(not_planned))?;
        self.plan_by(id, choices, &mut no_progress)
    }

    fn plan_by(&self, id: u32, choices: Choices, watch: ProgressFn) -> Answer<Planned> {
        let (source, recognized) = self.with_import(id, |open| {
            Ok((Arc::clone(&open.source), std::mem::take(&mut open.recognized)))
        })?;
        let mut run = self
            .ask_now(|coalition, _, now| coalition.begin_plan(&source, choices.clone(), recognized, now))?;
        while run.recognize_next() {
            if !watch(run.progress()) {
                return Err(self.say(&Error::Cancelled));
            }
            self.ask(|coalition, _| run.plan_next(coalition))?;
        }
        let (plan, recognized) = self.ask(|coalition, _| run.finish(coalition))?;
        self.with_import(id, |open| {
            open.recognized = recognized;
            // Another way to read it came between: then this plan is of nothing any more.
            if !Arc::ptr_eq(&open.source, &source) {
                return Err(not_planned());
            }
            let planned = Planned {
                source,
                choices: choices.clone(),
                plan: Arc::new(plan),
            };
            open.choices = Some(choices);
            open.planned = Some(planned.clone());
            Ok(planned)
        })
    }

    /// The plan that was made last.
    pub fn planned_import(&self, id: u32) -> Answer<Planned> {
        self.with_import(id, |open| open.planned.clone().ok_or_else(not_planned))
    }

    /// The plan that was made last, for rows that become what the target says: it must be what was planned. A letter that is
    /// begun may have been given its title since.
    pub fn planned_for(&self, id: u32, target: ImportTarget) -> Answer<Planned> {
        self.with_import(id, |open| {
            let planned = open.planned.as_mut().ok_or_else(not_planned)?;
            if !planned.plan.target.makes_the_same_as(&target) {
                return Err(not_planned());
            }
            if planned.plan.target != target {
                Arc::make_mut(&mut planned.plan).target = target;
            }
            Ok(planned.clone())
        })
    }
}

/// What was decided of whose row it is; not whether it changes an answer.
fn about_whom((key, decision): (usize, Decision)) -> Option<(usize, Decision)> {
    match decision {
        Decision::Take { organization_id } => {
            organization_id.map(|organization_id| (key, Decision::Match { organization_id }))
        }
        other => Some((key, other)),
    }
}

fn not_planned() -> Error {
    Error::rule(Message::new("error-import-stale"))
}
