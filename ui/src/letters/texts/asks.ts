/// What a new text asks of those who signed an earlier one, as a message.
import type { Version } from '$bindings/versions';

export function asks({ reconfirm, reconfirmBy }: Pick<Version, 'reconfirm' | 'reconfirmBy'>): string {
  if (reconfirm === 'opt-out') return reconfirmBy ? 'ui-text-opt-out-by' : 'ui-text-opt-out';
  if (reconfirm === 'opt-in') return reconfirmBy ? 'ui-text-opt-in-by' : 'ui-text-opt-in';
  return 'ui-text-asks-nothing';
}
