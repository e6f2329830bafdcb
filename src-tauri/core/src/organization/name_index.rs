//! The names and aliases of all organizations in memory, by which they are recognized: built when first asked for, and
//! brought up to date before each look.

use std::sync::Arc;

use crate::coalition::{Coalition, NameCache};
use base::error::Result;
use names::recognize::NameIndex;

use super::rows::{find_alias_owner, index_names, names_of};

impl Coalition {
    /// Looks something up among all names and aliases.
    pub(crate) fn with_names<T>(&self, look: impl FnOnce(&NameIndex) -> T) -> Result<T> {
        Ok(look(&*self.share_names()?))
    }

    /// All names and aliases as they are now, for what runs beside; it keeps them as they are now.
    pub(crate) fn share_names(&self) -> Result<Arc<NameIndex>> {
        let mut cache = self.names.borrow_mut();
        // Taken out, so that an error on the way leaves nothing that is half up to date.
        let NameCache { index, changed } = std::mem::take(&mut *cache);
        let index = match index {
            None => Arc::new(index_names(&self.conn)?),
            Some(mut index) => {
                let mut organizations = changed.organizations;
                for alias in changed.aliases {
                    organizations.extend(find_alias_owner(&self.conn, alias)?);
                }
                if !organizations.is_empty() {
                    let followed = Arc::make_mut(&mut index);
                    for id in organizations {
                        followed.remove(id.0);
                        followed.insert(id.0, &names_of(&self.conn, id)?);
                    }
                }
                index
            }
        };
        cache.index = Some(Arc::clone(&index));
        Ok(index)
    }
}

#[cfg(test)]
mod tests;
