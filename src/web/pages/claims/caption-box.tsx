import { labelled } from '../../../figures/format-text.ts';
import { captionOf } from '../../../figures/claims/caption.ts';
import type { LedgerAnswer } from '../../../figures/claims/totals.ts';
import type { Language } from '../../../base/index.ts';
import type { QueryState } from '../../api-client/use-query.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { dayOf } from '../../parts/day.ts';
import { State } from '../../parts/states.tsx';
import { LANG_ATTRIBUTE, OTHER } from '../../state/language.ts';
import { useSelection } from '../../state/selection.ts';
import { words } from './words.ts';

interface CaptionBoxProps {
  readonly id: string;
  /** The answer in the reader's language. */
  readonly answer: LedgerAnswer;
  /** The same in the other: a question of its own. */
  readonly translated: QueryState<LedgerAnswer>;
  readonly link: string;
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** A caption to quote, in both languages. */
export function CaptionBox({ id, answer: own, translated, link }: CaptionBoxProps) {
  const { lang } = useSelection();
  const text = words[lang];
  const day = dayOf(new Date());
  return (
    <div class="captions">
      <h3>{text.caption}</h3>
      <State of={translated} name={text.captions[OTHER[lang]]} />
      {LANGUAGES.map((language) => {
        const answer = language === lang ? own : translated.answer;
        const claim = answer?.rows.find((one) => one.id === id);
        if (answer === null || claim === undefined) return null;
        const { synthetic } = answer;
        const caption = captionOf(claim, { link, day, synthetic }, language);
        return (
          <div key={language}>
            <blockquote lang={LANG_ATTRIBUTE[language]}>{caption}</blockquote>
            <p class="downloads">
              <CopyButton text={caption}>{labelled(text.copy, text.captions[language], lang)}</CopyButton>
              {language === LANGUAGES.at(-1) ? <CopyButton text={link}>{text.link}</CopyButton> : null}
            </p>
          </div>
        );
      })}
    </div>
  );
}
