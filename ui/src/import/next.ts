/// What mostly comes after an import: offered beside Undo.
import type { ImportPlan, TableKind } from '$bindings/imports';
import * as api from '$lib/api';
import type { Offer } from '$lib/app.svelte';
import { t } from '$lib/messages.svelte';
import { place } from '$lib/place.svelte';

/// Of a longer list it is not worked out who is on the letter already: the message would wait for it.
const most = 2000;

/// Organizations are asked to sign the letter that goes round, and so are those of people, who are then written to; where no
/// letter goes round, one is begun. Of people it is shown, at the last, who they are.
export async function whatIsNext(kind: TableKind, plan: ImportPlan): Promise<Offer | null> {
  if (plan.letter !== null || kind === 'sign-ons') return null;
  const organizations = plan.organizations + plan.known;
  const [[imported], letters] = await Promise.all([api.listImports(), api.listLetters()]);
  if (!imported) return null;
  const open = letters.find(({ stage }) => stage === 'draft' || stage === 'circulating');
  if (organizations > 0 && !open) {
    return { label: t('ui-start-letter'), run: () => place.open({ name: 'letter', id: null }) };
  }
  const ask = (letterId: number): void => {
    place.go({ name: 'letter', id: letterId });
    place.open({ name: 'ask', letterId, importId: imported.id });
  };
  if (kind === 'organizations') {
    if (organizations === 0 || !open) return null;
    return { label: t('ui-import-ask-these', { count: organizations }), run: () => ask(open.id) };
  }
  if (organizations > 0 && open && plan.read <= most) {
    const { rows } = await api.planAsk(open.id, { kind: 'import', id: imported.id });
    if (rows.length > 0) {
      return { label: t('ui-import-ask-theirs', { count: rows.length }), run: () => ask(open.id) };
    }
  }
  return {
    label: t('ui-import-see', { count: plan.created + plan.updated }),
    run: () => place.go({ name: 'people', importId: imported.id }),
  };
}
