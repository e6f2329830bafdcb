/// Folds case and accents, so that "Ángeles" is found by "angeles".
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
