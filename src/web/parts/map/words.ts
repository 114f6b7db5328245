import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    reset: 'Whole map',
    help: 'Map of cities. Arrow keys move it, plus and minus zoom, 0 resets. The table with it has the same cities.',
  },
  zh: {
    reset: '全图',
    help: '城市地图。方向键移动，加减键缩放，0键复位。相应的表格列出同样的城市。',
  },
});
