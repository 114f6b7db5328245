export function recordFields(spec: object, rows: object): Record<string, string>;
