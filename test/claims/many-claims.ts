/** Claims over the shipped statistics, as many as wanted: the same few figures asked for in many ways. */
export function manyClaims(
  count: number,
): { id: string; text: string; operator: string; value: string; unit: string; figure: string }[] {
  const cities = ['cn:1100', 'cn:1200', 'cn-p:13', 'cn:3100', 'cn-p:32', 'cn-p:33', 'cn-p:34'];
  return Array.from({ length: count }, (_, i) => {
    const city = cities[i % cities.length];
    const year = 2020 + (i % 5);
    const gdp = `stat(gdp_nominal, ${city}, ${year}, "NBS after 5th economic census (2025 vintage)")`;
    const figures = [
      gdp,
      `share(${gdp}, stat(gdp_nominal, x:mainland-china, ${year}))`,
      `${gdp} * ${1 + i / 1000}`,
    ];
    return {
      id: `M${i}`,
      text: `Claim ${i} of many`,
      operator: i % 3 === 1 ? '<' : '>',
      value: String(i % 3 === 1 ? 5 : 100 + i),
      unit: i % 3 === 1 ? '%' : 'bn CNY',
      figure: figures[i % 3],
    };
  });
}

export function asYaml(claims: readonly Readonly<Record<string, string>>[]): string {
  return claims
    .map((claim) =>
      Object.entries({ ...claim, source: 'somebody' })
        .map(
          ([name, value], i) =>
            `${i === 0 ? '- ' : '  '}${name}: ${name === 'value' ? value : JSON.stringify(value)}\n`,
        )
        .join(''),
    )
    .join('');
}

export function asCsv(claims: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...Object.keys(claims[0]), 'publisher'];
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = claims.map((claim) => columns.map((name) => cell(claim[name] ?? 'somebody')).join(','));
  return [columns.join(','), ...rows, ''].join('\n');
}
