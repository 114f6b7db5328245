/** A cell that holds several, separated by `;` or `；`. */
export function splitList(cell: string): string[] {
  return cell
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
