import { describe, expect, it } from 'vitest';
import { checkKind, checkParts } from './arguments.ts';
import { InputError } from './input-error.ts';

describe('an argument', () => {
  it('that is missing or of another kind is refused by its name, with what to give', () => {
    expect(() => checkKind('y', undefined, 'list')).toThrow(InputError);
    expect(() => checkKind('y', undefined, 'list')).toThrow(
      'y is missing. Give an array or a typed array as y.',
    );
    expect(() => checkKind('y', '12', 'list')).toThrow('y is the string 12. Give an array');
    expect(() => checkKind('w', [1], 'record')).toThrow('w is an array. Give an object as w.');
    expect(() => checkKind('w', null, 'record')).toThrow('w is null.');
  });

  it('may have parts of its own, of which some may be left out', () => {
    checkParts('model', { y: Float64Array.of(1) }, { y: 'list', 'weights?': 'list' });
    expect(() => checkParts('model', { y: [1], weights: 2 }, { y: 'list', 'weights?': 'list' })).toThrow(
      'model.weights is the number 2. Give an array or a typed array as model.weights.',
    );
    expect(() => checkParts('model', {}, { y: 'list' })).toThrow('model.y is missing.');
  });
});
