import { stem } from '../analysis/stem.ts';

/** English verbs that change within, each with its other forms. */
const IRREGULAR = `choose chose chosen,sell sold,buy bought,send sent,build built,make made,keep kept,hold held,pay paid,give gave given,take took taken,bring brought,wear wore worn,break broke broken,tear tore torn,find found,lose lost,leave left,meet met,spend spent,tell told,write wrote written,drive drove driven,freeze froze frozen,weave wove woven,sew sewn,show shown,grow grew grown,know knew known,draw drew drawn,eat ate eaten,feed fed,feel felt,hang hung,hide hidden,lay laid,lend lent,ride rode ridden,run ran,shrink shrank shrunk,sleep slept,spin spun,stick stuck,teach taught,throw threw thrown,win won,wind wound,try trial,say said,see seen,speak spoke spoken,get got gotten,go gone went,come came,begin began begun,drink drank drunk,fall fell fallen,forget forgot forgotten,grind ground,mean meant,steal stole stolen,sweep swept,think thought,wake woke woken,understand understood,arise arose arisen,bend bent,bind bound,bite bit bitten,blow blew blown,catch caught,deal dealt,do did done,fit fits,sit sat,stand stood,withhold withheld,withdraw withdrew withdrawn,undergo undergone underwent`;
const BASE_OF = new Map(
  IRREGULAR.split(',').flatMap((line) => {
    const [base = '', ...forms] = line.split(' ');
    return forms.map((form) => [form, base] as const);
  }),
);

/** Forms that are things or words of their own more often: ground shipping, a felt hat, a bit of string. */
const OTHERS = new Set('ground felt wound left bit bound fits trial bent'.split(' '));

const FORMS_OF = new Map(
  IRREGULAR.split(',').map((line) => {
    const [base = '', ...forms] = line.split(' ');
    return [base, [base, ...forms].filter((form) => !OTHERS.has(form))] as const;
  }),
);

/** `wear wore worn` of any of these and of "wearing"; none of what is no such verb, or is a thing as well. */
export function irregularForms(word: string): readonly string[] {
  return OTHERS.has(word) ? [] : (FORMS_OF.get(BASE_OF.get(word) ?? stem(word, 'en')) ?? []);
}

/** `buy` of `bought`; null for what is no such form. */
export function baseVerb(word: string): string | null {
  return BASE_OF.get(word) ?? null;
}
