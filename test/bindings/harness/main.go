// Builds cases from a plan in Go, in one process, and writes what comes of each: an assembly, or an error.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/jsii-runtime-go"
)

type plan struct {
	Runs []run
}

type run struct {
	Outdir  string
	Variant string
	Cases   []recipe
}

type recipe struct {
	Number     int
	Fixtures   []string
	Constructs []construct
}

type construct struct {
	New   string
	Id    string
	Under string
	Props any
	Then  []struct {
		Method string
		With   []any
	}
}

type outcome struct {
	Number int    `json:"number"`
	Error  string `json:"error,omitempty"`
	Type   string `json:"type,omitempty"`
}

var fixtures = map[string]func(stack awscdk.Stack) any{
	"bucket":      func(stack awscdk.Stack) any { return awss3.NewBucket(stack, jsii.String("Bucket"), nil) },
	"otherBucket": func(stack awscdk.Stack) any { return awss3.NewBucket(stack, jsii.String("OtherBucket"), nil) },
	"importedBucket": func(stack awscdk.Stack) any {
		return awss3.Bucket_FromBucketName(stack, jsii.String("ImportedBucket"), jsii.String("imported-bucket"))
	},
	"key": func(stack awscdk.Stack) any { return awskms.NewKey(stack, jsii.String("Key"), nil) },
	"boundary": func(stack awscdk.Stack) any {
		return awsiam.ManagedPolicy_FromManagedPolicyArn(stack, jsii.String("Boundary"), jsii.String("arn:aws:iam::111122223333:policy/boundary"))
	},
}

// builder makes the values of one app. With emptyPointers, a list or map that is nothing is said as a pointer to a nil
// slice or map, and a struct as a pointer to its zero value.
type builder struct {
	fixtures      map[string]any
	emptyPointers bool
}

// value makes what an expression says, as the type that is needed.
func (b builder) value(expression any, target reflect.Type) reflect.Value {
	switch said := expression.(type) {
	case nil:
		return b.nothing(target)
	case []any:
		slice := reflect.MakeSlice(target.Elem(), len(said), len(said))
		for i, entry := range said {
			slice.Index(i).Set(b.value(entry, target.Elem().Elem()))
		}
		return pointerTo(slice)
	case map[string]any:
		return b.made(said, target)
	default:
		return pointerTo(reflect.ValueOf(said).Convert(target.Elem()))
	}
}

func (b builder) nothing(target reflect.Type) reflect.Value {
	if b.emptyPointers && target.Kind() == reflect.Pointer {
		switch target.Elem().Kind() {
		case reflect.Slice, reflect.Map, reflect.Struct:
			return reflect.New(target.Elem())
		}
	}
	return reflect.Zero(target)
}

func (b builder) made(said map[string]any, target reflect.Type) reflect.Value {
	switch {
	case said["struct"] != nil:
		made := reflect.New(structs[said["struct"].(string)])
		for name, value := range said["of"].(map[string]any) {
			field := made.Elem().FieldByName(capitalized(name))
			if !field.IsValid() {
				panic(fmt.Sprintf("%s has no field %s", said["struct"], name))
			}
			field.Set(b.value(value, field.Type()))
		}
		return made
	case said["map"] != nil:
		made := reflect.MakeMap(target.Elem())
		for name, value := range said["map"].(map[string]any) {
			made.SetMapIndex(reflect.ValueOf(name), b.value(value, target.Elem().Elem()))
		}
		return pointerTo(made)
	case said["call"] != nil:
		return b.invoke(functions[said["call"].(string)], said["with"].([]any))
	case said["get"] != nil:
		owner := reflect.ValueOf(b.value(said["of"], reflect.TypeFor[any]()).Interface())
		got := owner.MethodByName(capitalized(said["get"].(string))).Call(nil)[0]
		if got.Kind() == reflect.Interface {
			return got.Elem()
		}
		return got
	case said["enum"] != nil:
		return reflect.ValueOf(enums[said["enum"].(string)])
	case said["fixture"] != nil:
		return reflect.ValueOf(b.fixtures[said["fixture"].(string)])
	case said["hours"] != nil:
		return reflect.ValueOf(awscdk.Duration_Hours(jsii.Number(said["hours"].(float64))))
	case said["date"] != nil:
		date, err := time.Parse(time.RFC3339, said["date"].(string))
		if err != nil {
			panic(err)
		}
		return reflect.ValueOf(&date)
	}
	panic(fmt.Sprintf("no such expression: %v", said))
}

// invoke calls a function. Go has no optional parameters: one that is left out is nil.
func (b builder) invoke(function reflect.Value, arguments []any, before ...reflect.Value) reflect.Value {
	values := before
	signature := function.Type()
	for i := len(before); i < signature.NumIn(); i++ {
		parameter := signature.In(i)
		if signature.IsVariadic() && i == signature.NumIn()-1 {
			for _, argument := range arguments[i-len(before):] {
				values = append(values, b.value(argument, parameter.Elem()))
			}
		} else if i-len(before) < len(arguments) {
			values = append(values, b.value(arguments[i-len(before)], parameter))
		} else {
			values = append(values, reflect.Zero(parameter))
		}
	}
	if returned := function.Call(values); len(returned) > 0 {
		return returned[0]
	}
	return reflect.Value{}
}

func pointerTo(value reflect.Value) reflect.Value {
	pointer := reflect.New(value.Type())
	pointer.Elem().Set(value)
	return pointer
}

func capitalized(name string) string {
	return strings.ToUpper(name[:1]) + name[1:]
}

func build(given recipe, outdir string, variant string) (told outcome) {
	told.Number = given.Number
	// The bindings panic where others throw.
	defer func() {
		if reason := recover(); reason != nil {
			told.Error, told.Type = fmt.Sprint(reason), fmt.Sprintf("%T", reason)
		}
	}()
	app := awscdk.NewApp(&awscdk.AppProps{Outdir: &outdir, AnalyticsReporting: jsii.Bool(false), TreeMetadata: jsii.Bool(false)})
	stack := awscdk.NewStack(app, jsii.String("Stack"), &awscdk.StackProps{AnalyticsReporting: jsii.Bool(false)})
	b := builder{fixtures: map[string]any{}, emptyPointers: variant == "emptyPointers"}
	for _, name := range given.Fixtures {
		b.fixtures[name] = fixtures[name](stack)
	}
	for _, next := range given.Constructs {
		scope := map[string]reflect.Value{"app": reflect.ValueOf(app), "stack": reflect.ValueOf(stack)}[next.Under]
		made := b.invoke(functions[next.New], []any{next.Props}, scope, reflect.ValueOf(&next.Id))
		for _, call := range next.Then {
			b.invoke(reflect.ValueOf(made.Interface()).MethodByName(capitalized(call.Method)), call.With)
		}
	}
	app.Synth(nil)
	return told
}

func main() {
	defer jsii.Close()
	text, err := os.ReadFile(os.Args[1])
	must(err)
	var all plan
	must(json.Unmarshal(text, &all))
	for _, run := range all.Runs {
		var told bytes.Buffer
		lines := json.NewEncoder(&told)
		for _, next := range run.Cases {
			must(lines.Encode(build(next, filepath.Join(run.Outdir, fmt.Sprint(next.Number)), run.Variant)))
		}
		must(os.WriteFile(filepath.Join(run.Outdir, "outcomes.jsonl"), told.Bytes(), 0o644))
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
