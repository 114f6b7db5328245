import { useId } from 'preact/hooks';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  /** Whether only screen readers are told the label. */
  readonly hidden?: boolean;
  readonly value: string;
  readonly options: readonly Option[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
  /** Id of the words that explain it, where they stand elsewhere. */
  readonly describedBy?: string;
  readonly onPick: (value: string) => void;
}

/** A labelled choice of one. */
export function Choice({
  label,
  hidden = false,
  value,
  options,
  groups = [],
  describedBy,
  onPick,
}: ChoiceProps) {
  const id = useId();
  return (
    <span class="choice">
      <label for={id} class={hidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
