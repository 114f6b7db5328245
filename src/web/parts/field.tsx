import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** Whether digits are typed. */
  readonly digits?: boolean;
  /** So many lines of text. */
  readonly lines?: number;
  /** What stands under it to explain it. */
  readonly help?: string;
  readonly required?: boolean;
  readonly lang?: string;
  readonly class?: string;
  onInput: (value: string) => void;
}

/** A labelled text. */
export function Field({
  label,
  value,
  digits = false,
  lines,
  help,
  required,
  lang,
  class: name,
  onInput,
}: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    required: required ?? false,
    ...(help === undefined ? {} : { 'aria-describedby': `${id}-help` }),
    ...(lang === undefined ? {} : { lang }),
  };
  return (
    <span class={name === undefined ? 'field' : `field ${name}`}>
      <label for={id}>{label}</label>
      {lines === undefined ? (
        <input
          {...shared}
          type="text"
          inputMode={digits ? 'numeric' : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      {help === undefined ? null : (
        <small id={`${id}-help`} class="quiet-text">
          {help}
        </small>
      )}
    </span>
  );
}
