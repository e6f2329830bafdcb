/// The latest answers of the core, so that going back over what one typed asks nothing.
const most = 64;

export class Recent<Answer> {
  #answers = new Map<string, Promise<Answer>>();

  /// The answer to a question, which is asked when it is not remembered. What was asked before `forget` is not taken for an
  /// answer after it, even when it comes later.
  get(question: unknown, ask: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(question);
    const known = this.#answers.get(key);
    this.#answers.delete(key);
    const answer = known ?? ask();
    // The last one asked stands last: the first goes when there are too many.
    this.#answers.set(key, answer);
    if (!known) answer.catch(() => this.#drop(key, answer));
    const oldest = this.#answers.size > most ? this.#answers.keys().next() : undefined;
    if (oldest?.value !== undefined) this.#answers.delete(oldest.value);
    return answer;
  }

  /// The answers are no longer true.
  forget(): void {
    this.#answers.clear();
  }

  #drop(key: string, answer: Promise<Answer>): void {
    if (this.#answers.get(key) === answer) this.#answers.delete(key);
  }
}
