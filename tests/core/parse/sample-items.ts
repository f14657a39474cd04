/** Two short items of invented digests. */
export const FIRST = '近日，江苏省科技厅印发《样品管理办法》，明确对符合条件的单位给予支持，并建立台账管理制度。';
export const SECOND = '3月4日，安徽省科技厅召开样品工作推进会，部署本年度重点工作，各市科技局参加会议并作交流。';
