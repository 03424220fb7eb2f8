/** Lines as no one writes them. */
export const hostile: (characters: number) => Record<string, string>;
