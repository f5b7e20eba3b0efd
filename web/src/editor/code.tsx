// The text field. It lives in a shadow root: there the editor's styles are constructed
// sheets, which the page's policy allows, while it refuses <style> elements.
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { indentWithTab } from "@codemirror/commands";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic as Lint, lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { hcl } from "codemirror-lang-hcl";
import { useEffect, useRef } from "preact/hooks";
import type { Diagnostic } from "../api";
import { complete, hover } from "./api";
import { drafts } from "./drafts";
import { offsetAfter, offsetOf, pointsBefore, rangeOf } from "./places";

interface Props {
  name: string;
  text: string;
  writable: boolean;
  diagnostics: Diagnostic[];
  goTo: { line: number; column: number; n: number } | null;
  onText: (text: string) => void;
  onSave: () => void;
  onFormat: () => void;
}

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "0.875rem", height: "100%" },
  ".cm-scroller": { fontFamily: "var(--mono)" },
  ".cm-content": { caretColor: "var(--ink)", fontVariantLigatures: "none" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--wash)", color: "var(--soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--wash) 60%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--focus) 28%, transparent)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--mark)" },
  ".cm-matchingBracket": { outline: "1px solid var(--faint)", backgroundColor: "transparent" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--wash)", border: "1px solid var(--line)", color: "var(--soft)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line-strong)", maxWidth: "34rem" },
  ".cm-tooltip .hover": { padding: "0.4rem 0.6rem", whiteSpace: "pre-wrap", fontFamily: "var(--sans)", fontSize: "0.8125rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--ink)", color: "var(--paper)" },
  ".cm-panels": { backgroundColor: "var(--wash)", color: "var(--ink)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--fails)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--s3)" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--faint)" },
  ".cm-diagnostic": { fontFamily: "var(--sans)", fontSize: "0.8125rem" },
});

const colours = HighlightStyle.define([
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--open-ink)" },
  { tag: [tags.keyword, tags.definitionKeyword, tags.typeName, tags.tagName], color: "var(--link)", fontWeight: "600" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--fails-ink)" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.attributeName], color: "var(--link)" },
]);

export function Code(props: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const editor = new EditorView({ parent: root, root, state: stateFor(latest) });
    view.current = editor;
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, [props.name, props.writable]);
  useEffect(() => {
    const editor = view.current;
    // What was typed since this was drawn is in the draft already: the draft is asked, not the property.
    const wanted = drafts.peek()[props.name]?.text ?? props.text;
    if (!editor || editor.state.doc.toString() === wanted) return;
    editor.dispatch(changeTo(editor.state.doc.toString(), wanted));
  }, [props.text, props.name]);
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, lintsOf(editor.state.doc.toString(), props.diagnostics)));
  }, [props.diagnostics, props.name]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || !props.goTo) return;
    const at = Math.min(editor.state.doc.length, offsetOf(editor.state.doc.toString(), props.goTo.line, props.goTo.column));
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    editor.focus();
  }, [props.goTo, props.name]);
  return <div ref={host} class="code" />;
}

// Only what differs is replaced, so that the cursor stays where it was.
function changeTo(from: string, to: string) {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return {
    changes: { from: start, to: from.length - end, insert: to.slice(start, to.length - end) },
    annotations: Transaction.addToHistory.of(true),
  };
}

function stateFor(latest: { current: Props }): EditorState {
  const { name, text, writable } = latest.current;
  const command = (run: () => void) => () => {
    run();
    return true;
  };
  const language = new Compartment();
  return EditorState.create({
    doc: text,
    extensions: [
      keymap.of([
        { key: "Mod-s", run: command(() => latest.current.onSave()), preventDefault: true },
        { key: "Shift-Alt-f", run: command(() => latest.current.onFormat()), preventDefault: true },
        indentWithTab,
      ]),
      basicSetup,
      language.of(name.endsWith(".hcl") ? hcl() : []),
      syntaxHighlighting(colours),
      theme,
      lintGutter(),
      autocompletion({ override: [(context) => completions(name, context)], activateOnTyping: true }),
      hoverTooltip((editor, at) => hoverAt(name, editor, at)),
      EditorState.readOnly.of(!writable),
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": `Text of ${name}. Escape, then Tab, leaves the field.` }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) latest.current.onText(update.state.doc.toString());
      }),
    ],
  });
}

const severities: Record<string, Lint["severity"]> = { error: "error", warning: "warning" };

function lintsOf(text: string, diagnostics: Diagnostic[]): Lint[] {
  return diagnostics.map((d) => ({
    ...rangeOf(text, d),
    severity: severities[d.severity] ?? "info",
    message: [d.summary, d.detail, d.suggestion].filter(Boolean).join("\n"),
  }));
}

async function completions(name: string, context: CompletionContext): Promise<CompletionResult | null> {
  const text = context.state.doc.toString();
  const before = context.matchBefore(/[\w.-]+/);
  if (!before && !context.explicit) return null;
  const answer = await complete(name, text, pointsBefore(text, context.pos)).catch(() => null);
  if (!answer?.options?.length || context.aborted) return null;
  return {
    from: offsetAfter(text, answer.from),
    to: offsetAfter(text, answer.to),
    options: answer.options.map((o) => ({
      label: o.label,
      ...(o.detail ? { detail: o.detail } : {}),
      ...(o.insert ? { apply: o.insert } : {}),
      ...(o.kind ? { type: o.kind } : {}),
    })),
    validFor: /^[\w-]*$/,
  };
}

async function hoverAt(name: string, editor: EditorView, at: number) {
  const text = editor.state.doc.toString();
  const found = await hover(name, text, pointsBefore(text, at)).catch(() => null);
  if (!found) return null;
  return {
    pos: offsetAfter(text, found.from),
    end: offsetAfter(text, found.to),
    create: () => {
      const dom = document.createElement("div");
      dom.className = "hover";
      dom.textContent = found.text; // drawn as text, never as markup
      return { dom };
    },
  };
}
