/**
 * The largest cities of the synthetic world, largest first: place id and name. Cities that are not listed follow in an
 * order that the seed draws. The order is a plausible one, so that a demonstration does not look absurd; it is a
 * parameter of ours and measures nothing.
 */
export const LARGEST: readonly (readonly [id: string, name: string])[] = `
cn:1100 Beijing; cn:3100 Shanghai; gn:5128581 New York City; gn:2643743 London; gn:4930956 Boston; gn:1850147 Tokyo
cn:3201 Nanjing; gn:2988507 Paris; cn:4401 Guangzhou; gn:1835848 Seoul; gn:4931972 Cambridge; cn:4201 Wuhan
cn:6101 Xi'an; gn:5391959 San Francisco; cn:5101 Chengdu; cn:3301 Hangzhou; gn:5368361 Los Angeles; gn:1880252 Singapore
cn:8100 Hong Kong; gn:4140963 Washington, D.C.; gn:4887398 Chicago; gn:4347778 Baltimore; cn:1200 Tianjin; cn:4403 Shenzhen
gn:3117735 Madrid; gn:524901 Moscow; gn:6167865 Toronto; gn:4560349 Philadelphia; gn:1668341 Taipei; gn:2147714 Sydney
gn:2158177 Melbourne; gn:5391811 San Diego; gn:2950159 Berlin; gn:2867714 Munich; gn:3169070 Rome; cn:3401 Hefei
gn:112931 Tehran; gn:745044 Istanbul; gn:3448439 São Paulo; gn:2653941 Cambridge; gn:2640729 Oxford; gn:4699066 Houston
gn:5809844 Seattle; gn:5398563 Stanford; gn:5327684 Berkeley; cn:4301 Changsha; cn:3702 Qingdao; cn:3701 Jinan
cn:5000 Chongqing; cn:2101 Shenyang; cn:2102 Dalian; cn:2201 Changchun; cn:2301 Harbin; cn:3205 Suzhou
gn:1261481 New Delhi; gn:1277333 Bengaluru; gn:1275339 Mumbai; gn:2657896 Zürich; gn:2759794 Amsterdam; gn:2673730 Stockholm
gn:2618425 Copenhagen; gn:3128760 Barcelona; gn:3173435 Milan; gn:2761369 Vienna; gn:1853909 Osaka; gn:1857910 Kyoto
gn:1835235 Daejeon; gn:2110683 Tsukuba; gn:1856057 Nagoya; gn:6077243 Montréal; gn:6173331 Vancouver; gn:4180439 Atlanta
gn:4464368 Durham; gn:5206379 Pittsburgh; gn:4984247 Ann Arbor; gn:4839366 New Haven; gn:5102922 Princeton; gn:4671654 Austin
gn:5037649 Minneapolis; gn:5261457 Madison; gn:2643123 Manchester; gn:2650225 Edinburgh; gn:2747891 Rotterdam; gn:2745912 Utrecht
gn:2751773 Leiden; gn:2757345 Delft; gn:2886242 Köln; gn:2946447 Bonn; gn:3247449 Aachen; gn:2907911 Heidelberg
gn:2911298 Hamburg; gn:2792482 Leuven; gn:658225 Helsinki; gn:3143244 Oslo; gn:2964574 Dublin; gn:2660646 Genève
gn:2659994 Lausanne; gn:2661604 Basel; gn:2996944 Lyon; gn:3014728 Grenoble; gn:2972315 Toulouse; gn:2267057 Lisbon
gn:264371 Athens; gn:756135 Warsaw; gn:3067696 Prague; gn:3054643 Budapest; gn:293397 Tel Aviv; gn:281184 Jerusalem
gn:360630 Cairo; gn:108410 Riyadh; gn:3369157 Cape Town; gn:993800 Johannesburg; gn:184745 Nairobi; gn:2332459 Lagos
gn:3530597 Mexico City; gn:3435910 Buenos Aires; gn:3871336 Santiago; gn:3688689 Bogotá; gn:3451190 Rio de Janeiro; gn:3467865 Campinas
gn:1735161 Kuala Lumpur; gn:1609350 Bangkok; gn:1642911 Jakarta; gn:1581130 Hanoi; gn:1701668 Manila; gn:1185241 Dhaka
gn:1174872 Karachi; gn:1172451 Lahore; gn:1176615 Islamabad; gn:1275004 Kolkata; gn:1264527 Chennai; gn:1269843 Hyderabad
gn:2174003 Brisbane; gn:2063523 Perth; gn:2078025 Adelaide; gn:2193733 Auckland; gn:6094817 Ottawa; gn:5946768 Edmonton
gn:2111149 Sendai; gn:1863967 Fukuoka; gn:2128295 Sapporo; gn:1838524 Busan; gn:1835553 Suwon; gn:1843564 Incheon
gn:498817 Saint Petersburg; gn:1496747 Novosibirsk; gn:703448 Kyiv; cn:4101 Zhengzhou; cn:3501 Fuzhou; cn:3502 Xiamen
cn:3601 Nanchang; cn:5301 Kunming; cn:6201 Lanzhou; cn:1301 Shijiazhuang; cn:3302 Ningbo; cn:3202 Wuxi; cn:8200 Macao
`
  .split(/[;\n]/)
  .map((entry) => entry.trim())
  .filter((entry) => entry !== '')
  .map((entry) => {
    const space = entry.indexOf(' ');
    return [entry.slice(0, space), entry.slice(space + 1)] as const;
  });
