import path from 'node:path';

/**
 * Imports go one way: app → features → components → api → lib. Features never see each other.
 * What two features share belongs in components/ or lib/.
 */
const layers = ['lib', 'api', 'components', 'features', 'app'];

function place(file, source) {
  const parts = path.relative(source, file).split(path.sep);
  if (parts[0] === '..' || !layers.includes(parts[0])) return null;
  return { layer: layers.indexOf(parts[0]), feature: parts[0] === 'features' ? parts[1] : null };
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      upward: '{{from}} must not import from {{to}}: imports go app → features → components → api → lib.',
      sideways: 'The feature "{{from}}" must not import from the feature "{{to}}": move the shared part to components/ or lib/.',
    },
  },
  create(context) {
    const source = path.join(context.cwd, 'src');
    const here = place(context.filename, source);
    if (here === null) return {};

    function check(node) {
      const request = node.source?.value;
      if (typeof request !== 'string') return;
      let target = null;
      if (request.startsWith('@/')) target = path.join(source, request.slice(2));
      else if (request.startsWith('.')) target = path.resolve(path.dirname(context.filename), request);
      const there = target === null ? null : place(target, source);
      if (there === null) return;
      if (there.layer > here.layer) {
        context.report({ node, messageId: 'upward', data: { from: layers[here.layer], to: layers[there.layer] } });
      } else if (here.feature !== null && there.feature !== null && here.feature !== there.feature) {
        context.report({ node, messageId: 'sideways', data: { from: here.feature, to: there.feature } });
      }
    }

    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
