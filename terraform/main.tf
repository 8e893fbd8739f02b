# ROLT on AWS, for a small team: two or more copies of the image on Fargate behind a load balancer, Postgres and Valkey
# in subnets without a way to the internet, in two availability zones.
#
#   1. Push the image:   docker build -f docker/Dockerfile -t REGISTRY/rolt:1.0.0 . && docker push REGISTRY/rolt:1.0.0
#   2. Configure state:  a backend.tf of your own (an S3 bucket, versioned and encrypted)
#   3. Apply:            terraform init && terraform apply -var-file=shop.tfvars      (variables.tf tells what it wants)
#   4. Fill the secrets: aws secretsmanager put-secret-value --secret-id rolt/settings --secret-string file://settings.json
#                        with SMTP_URL, VNPAY_HASH_SECRET, JWT_KEYS and ENCRYPTION_KEYS, then force a new deployment of the service
#   5. Point the domain at the output load_balancer.
#
# No secret is in these files or in the state: the database's password is made by AWS and handed on through write-only
# arguments (hence Terraform 1.11), the others are put in by hand.
#
# It costs something while idle: the two NAT gateways, the load balancer and the database are the greater part.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Application = var.name
    }
  }
}
