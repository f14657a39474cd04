/** Days of time stamps, in the time of China unless told otherwise: the same clips export to the same bytes anywhere. */
export const CHINA_OFFSET_MINUTES = 480;

/** `YYYY-MM-DD` of an ISO time stamp. */
export const dayOf = (timestamp: string, offsetMinutes: number = CHINA_OFFSET_MINUTES): string => {
  const time = Date.parse(timestamp);
  return Number.isNaN(time)
    ? timestamp.slice(0, 10)
    : new Date(time + offsetMinutes * 60_000).toISOString().slice(0, 10);
};
