import { inBoth } from '../../state/language.ts';

export const words = inBoth({
  en: {
    region: 'Region',
    own: 'Your regions',
    defined: 'Definitions',
    another: 'A province or nation',
    place: 'Place',
    anyPlace: 'A city, province or nation',
  },
  zh: {
    region: '区域',
    own: '自定义区域',
    defined: '区域口径',
    another: '省份或国家',
    place: '地点',
    anyPlace: '城市、省份或国家',
  },
});
