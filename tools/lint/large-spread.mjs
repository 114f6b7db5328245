/** What to do instead of a spread of a large array, by the method that is called. */
const INSTEAD = [
  [/^(max|min)$/, 'Use greatest or least of measures/extremes.ts'],
  [/^(push|unshift)$/, 'Use append of measures/extremes.ts'],
  [/^from(CharCode|CodePoint)$/, 'Join pieces'],
  [/./, 'Use a loop'],
];

/** A call takes as many arguments as the stack has space for: some hundred thousand, which rows of an answer may exceed. */
export const largeSpread = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { everyMath: { type: 'boolean' } }, additionalProperties: false }],
  },
  create(context) {
    // Arithmetic on arrays calls any function of Math, and `apply`; elsewhere these take few arguments.
    const strict = context.options[0]?.everyMath === true;
    const isLimited = (object, method) =>
      /^(push|unshift)$/.test(method) ||
      (object === 'Math' && (strict || /^(max|min)$/.test(method))) ||
      (object === 'String' && method.startsWith('from')) ||
      (strict && /^(fromCharCode|apply)$/.test(method));
    return {
      CallExpression({ callee, arguments: given }) {
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        const method = callee.property.name;
        if (!isLimited(callee.object.name, method)) return;
        for (const node of given.filter(({ type }) => type === 'SpreadElement')) {
          const [, instead] = INSTEAD.find(([pattern]) => pattern.test(method));
          context.report({ node, message: `${instead}: a spread fails on large arrays.` });
        }
      },
    };
  },
};
