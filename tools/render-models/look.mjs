/**
 * Arimo has the widths of Arial, so the picture fits wherever it is shown, with Arial or with Liberation Sans;
 * and it comes with the tool, so it is drawn the same on a machine that has neither.
 * Ranges: Vietnamese, then everything else that a label needs.
 */
export const FONT = {
  family: 'Arimo',
  stack: 'Arimo, Arial, Liberation Sans, Helvetica, sans-serif',
  size: 12,
  subsets: [
    {
      file: '@fontsource/arimo/files/arimo-vietnamese-400-normal.woff2',
      range: 'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301,'
        + ' U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB'
    },
    { file: '@fontsource/arimo/files/arimo-latin-400-normal.woff2', range: 'U+0000-00FF, U+2000-206F' }
  ]
};

const PEOPLE = { fill: '#e3f0fb', stroke: '#1f5f99' };
const MACHINE = { fill: '#eef1f4', stroke: '#4b5a69' };
const CHOICE = { fill: '#fff6dd', stroke: '#946c00' };
const START = { fill: '#e5f4e8', stroke: '#2b7a3d' };
const END = { fill: '#fbe9e7', stroke: '#a63a2b' };

/** What people do is blue, what the machine does is grey: the first question to a diagram is whose turn it is. */
export const COLOURS = {
  line: '#3a4550',
  text: '#1d252c',
  of: {
    UserTask: PEOPLE,
    ServiceTask: MACHINE,
    BusinessRuleTask: MACHINE,
    CallActivity: MACHINE,
    SubProcess: { fill: '#fbfcfd', stroke: '#4b5a69' },
    ExclusiveGateway: CHOICE,
    ParallelGateway: CHOICE,
    EventBasedGateway: CHOICE,
    StartEvent: START,
    EndEvent: END
  }
};
