/**
 * Words that tell what a part of an address is, of the languages that most addresses are written in, without case or marks.
 * They are classes of words, not single strings: a part with a word of an organisation is never read as a city.
 */
export const WORD_CLASSES = {
  /** Bodies: a city's name beside one is taken as part of the body's name. */
  body: `university universities universite universitat universitaet universidad universidade universita universiteit universitet
    universitetet universitetas universitesi universiti universitas universitate universitatea uniwersytet univerzita univerzitet
    univerza univ uni egyetem yliopisto ulikool panepistimio universitair universitaire universitario universitaria universitari
    universitaires universitarios universitarias universitatsklinikum universitatsmedizin universitatsspital akademia akademie
    academy academia academie accademia akademi akademiya academies college colleges kolleg colegio collegio collegium school schools schule
    hochschule fachhochschule scuola escuela escola ecole ecoles skola okulu faculty fakultat facultad facultade faculdade faculte facolta
    fakulteta fakultet fakultesi institute institutes institut instituto instituts istituto institutet institutt instytut intezet instituut
    instituti enstitusu hospital hospitals hospitalier hospitaliere hospitaliers hospitalario hopital hopitaux ospedale ospedaliera ospedaliero
    ospedali krankenhaus klinik klinikum kliniken klinika clinic clinics clinica clinique cliniques clinico clinicas kliniek ziekenhuis
    sykehus sygehus sjukhus sjukhuset szpital nemocnice hastanesi hastane policlinico poliklinik medical medicine infirmary sanatorium
    centre centres center centers centro centrum zentrum centrul central merkezi laboratory laboratories laboratoire laboratorio laboratorium labor
    lab labs laboratoires foundation fondation fundacion fundacao fondazione stiftung stichting society societe sociedad sociedade
    gesellschaft association associacao asociacion associazione verein council councils ministry ministere ministerio ministero
    ministerium agency agence agencia agenzia agentur authority bureau office offices company corporation corp inc ltd llc gmbh ag sa
    spa srl bv nv plc pty limited group groupe grupo gruppo gruppe museum musee museo museu museums observatory observatoire observatorio
    osservatorio observatorium archive archives library bibliotheque biblioteca bibliothek station hub park garden gardens zoo
    unit units unite unidad unidade unita department departments dept departement departamento departament dipartimento abteilung
    division divisions section seccion secao sektion service services servicio servico servizio serveis programme program programa programs
    project network consortium alliance trust bank union federation organization organisation commission committee board
    lehrstuhl chair cattedra katedra kafedra research polytechnic polytechnique politecnico politecnica politehnica politechnika polytechnik
    technology technologies sciences science ciencias sciences scienze wissenschaften engineering ingenieria engenharia campus
    nursing pharmacy surgery dentistry health healthcare biology chemistry physics mathematics economics education law agriculture
    industry government municipal municipality provincial prefectural national nacional nazionale nationale national international
    regional royal imperial state federal irccs inserm cnrs csic cnr inra inrae inria ird cea embl umr gie ngo who unicef undp unesco
    nhs cdc nih`,
  /** What joins the parts of a name: a city after one belongs to it ("University of Cambridge"). */
  joins: `of de di du des del della dello delle dei degli da do das dos der die das den dem fur for la le les los las el al and und et y e en
    a the at im in i og och van von zu zur zum ve na pri w we z u per pour para il lo gli l d dell dal dalla ac am an auf bei of`,
  /** Streets, buildings, boxes: a part with one names no city, but what stands behind it may. */
  street: `street str road rd avenue ave av blvd boulevard boulevar drive dr lane ln way highway hwy parkway pkwy place pl square sq
    court ct terrace circle crescent building bldg block floor room suite apt house tower towers wing level plot box pobox po bp cp
    postal postfach mailbox mail rue calle carrer carretera camino avenida av rua praca praza plaza plaa alameda rodovia estrada travessa
    via viale piazza piazzale corso largo strada strasse straße weg allee platz gasse ring ufer damm straat laan plein gracht kade
    vej gade gata gatan vagen vag gatan allé plads katu tie ulica ulice ul ulitsa prospekt pr prosp nam namesti aleja al ter utca ut
    cad caddesi sok sokak mah mahallesi bulvari no nr num numero number km jalan jl jln lorong soi thanon marg nagar bagh chowk
    lu jie dadao dajie hutong hao xiang nong xincun cun zhen chome dori dong-ro ro gil daero`,
  /** Streets whose name follows: a city after one belongs to it ("Rue Paris"). */
  streetOf: `rue calle carrer carretera camino avenida av rua praca praza plaza plaa alameda rodovia estrada travessa via viale piazza
    piazzale corso largo strada ulica ulice ul ulitsa prospekt pr prosp nam namesti aleja al jalan jl jln lorong soi thanon`,
  /** Street or Saint. */
  saint: `st`,
  /** Legal forms, which end an organisation's name. */
  legal: `inc incorporated ltd limited llc gmbh corp corporation plc pty bv srl sarl kgaa`,
  /** Stands behind a city's name and says that it is one. */
  city: `city shi town township municipality metropolitan metro municipio comune kommune gemeente stadt ville ciudad cidade kota si`,
  /** Stands before a city's name and says that it is one. */
  ofCity: `city greater ciudad cidade ville kota bandar downtown g gorod`,
  /** Stands behind the name of a division. */
  division: `province prov provincia state region regiao oblast krai kray okrug prefecture ken fu to governorate county canton kanton
    district dist districts qu xian ku gu ilcesi il ili vilayet department raion rayon area zone sheng municipality republic rep division
    territory voivodeship emirate autonomous special administrative sar zizhiqu ward subdistrict gun banner hui zhuang uygur uyghur
    uighur cho mura machi`,
  /** Says nothing of a place. */
  noise: `cedex email electronic address tel telephone fax phone corresponding author present formerly http https www orcid tab
    ringgold grid ror isni amp br nbsp quot apo`,
} as const;

export type WordClass = keyof typeof WORD_CLASSES;

/** The bit of each class in a word's entry. */
export const WORD_BIT = Object.fromEntries(
  (Object.keys(WORD_CLASSES) as WordClass[]).map((name, i) => [name, 1 << i]),
) as Readonly<Record<WordClass, number>>;
