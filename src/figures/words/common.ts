import { inBoth } from '../../base/index.ts';

/** What several figures say: why there is nothing to draw, and what lies on either side of a reference line. */
export const COMMON = inBoth({
  en: {
    noWorks: 'no works under these filters',
    noFigures: 'no figures',
    noLinksInside: 'no links inside that could be compared',
    share: 'Share',
    count: 'Count',
    belowExpected: 'below the level expected from size alone',
    aboveExpected: 'above',
    lessThanElsewhere: 'less than elsewhere',
    moreThanElsewhere: 'more',
    noYear: 'no policy year is known for this region: choose one',
  },
  zh: {
    noWorks: '所选条件下没有论文',
    noFigures: '没有数据',
    noLinksInside: '区域内没有可比较的合作',
    share: '份额',
    count: '论文数',
    belowExpected: '低于按规模的预期',
    aboveExpected: '高于按规模的预期',
    lessThanElsewhere: '少于其他城市',
    moreThanElsewhere: '多于其他城市',
    noYear: '该区域没有已知的政策年份：请选择一年',
  },
});
