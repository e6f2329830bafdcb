/// How dates are written, as the settings say. What shows a date is shown anew when it changes.
import type { DateStyle } from '$bindings/settings';

class Dates {
  style = $state<DateStyle>('language');
}

export const dates = new Dates();
