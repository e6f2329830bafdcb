/// Sizes of files in words.

/// A number of bytes as people say it: "18 kB", "1.2 MB".
export function fileSize(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  const value = Math.max(bytes / size, 0.1);
  const digits = value < 10 && unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(
    digits === 0 ? Math.max(1, Math.round(value)) : value,
  );
}
