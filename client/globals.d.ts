/** What Node and browsers share; nothing else of either is visible in the client's common code. */
declare function btoa(data: string): string;
