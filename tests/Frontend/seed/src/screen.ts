// What the seed leaves to its reader: each says what it was given.
const say = (name: string) => (...given: unknown[]): void => console.log(name, ...given);

export const updateUI = say('updateUI');
export const addLog = say('addLog');
export const showNotification = say('showNotification');
export const showValidationErrors = say('showValidationErrors');
