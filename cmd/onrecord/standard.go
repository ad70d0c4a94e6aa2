package main

import (
	"errors"

	"onrecord/pipeline"
)

func standard() (*pipeline.Pipeline, error) { return nil, errors.New("no stations yet") }
