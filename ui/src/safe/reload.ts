/// Starts the page anew: whatever it remembered is gone.
export function startAnew(): void {
  location.reload();
}
