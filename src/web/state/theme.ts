const REMEMBERED = 'synopolis.theme';
export type Theme = 'light' | 'dark';

const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
const chosen = (): Theme | null => {
  const theme = localStorage.getItem(REMEMBERED);
  return theme === 'light' || theme === 'dark' ? theme : null;
};

export const theme = (): Theme => chosen() ?? system();

/** Gives the page its light or dark colours, and follows the system until one is chosen. */
export function settleTheme(): void {
  const set = (): void => document.documentElement.setAttribute('data-theme', theme());
  set();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', set);
}

export function turnTheme(): void {
  localStorage.setItem(REMEMBERED, theme() === 'dark' ? 'light' : 'dark');
  document.documentElement.setAttribute('data-theme', theme());
  dispatchEvent(new Event('themechange'));
}
