import {
  getMetadataStorage,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';

type Rule = (value: unknown, object: object) => boolean;

interface FieldRules {
  /** False where the field's rules do not apply to this object. */
  conditions: ((object: object, value: unknown) => boolean)[];
  rules: Rule[];
}

/**
 * Makes a check out of the decorators of a DTO: the very validators that stand before a handler, called directly. True
 * only for a plain object that the validation pipe would accept with the same groups and defaults; false may also mean
 * that it is not certain, and then the pipe decides and says why.
 * @throws Error for a decorator that it does not know, at start and not when somebody writes.
 */
export function compileCheck(dto: new () => object): (payload: unknown) => boolean {
  const fields = Object.entries(readRules(dto));
  const known = new Set(fields.map(([name]) => name));
  return (payload) => {
    if (typeof payload !== 'object' || payload === null) return false;
    if (Object.getPrototypeOf(payload) !== Object.prototype) return false;
    for (const name of Object.keys(payload)) if (!known.has(name)) return false;
    return fields.every(([name, { conditions, rules }]) => {
      const value = (payload as Record<string, unknown>)[name];
      if (!conditions.every((applies) => applies(payload, value))) return true;
      return rules.every((rule) => rule(value, payload));
    });
  };
}

function readRules(dto: new () => object): Record<string, FieldRules> {
  const storage = getMetadataStorage();
  const found: Record<string, FieldRules> = {};
  for (const metadata of storage.getTargetValidationMetadatas(dto, '', false, false)) {
    const { propertyName, type, constraints = [], each } = metadata;
    const field = (found[propertyName] ??= { conditions: [], rules: [] });
    if (type === 'conditionalValidation') {
      const [applies] = constraints as ((object: object, value: unknown) => boolean)[];
      if (applies) field.conditions.push(applies);
      continue;
    }
    if (type !== 'customValidation' || metadata.groups?.length > 0)
      throw new Error(`${dto.name}.${propertyName}: no check can be made of ${type}.`);
    for (const { instance } of storage.getTargetValidatorConstraints(metadata.constraintCls))
      field.rules.push(ruleOf(instance, { constraints, each, propertyName, targetName: dto.name }));
  }
  return found;
}

function ruleOf(
  validator: ValidatorConstraintInterface,
  { each, ...known }: { constraints: unknown[]; each: boolean; propertyName: string; targetName: string },
): Rule {
  const test: Rule = (value, object) => {
    const question: ValidationArguments = {
      value,
      object,
      targetName: known.targetName,
      property: known.propertyName,
      constraints: known.constraints,
    };
    return validator.validate(value, question) === true;
  };
  if (!each) return test;
  return (values, object) => Array.isArray(values) && values.every((value) => test(value, object));
}
